//! The names of downloaded files. Strangers choose them, so they are never paths.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// The name of a file whose name isn't known.
const UNNAMED: &str = "download";
/// The longest name, in bytes. File systems allow 255, and numbers and suffixes are added.
const LONGEST: usize = 200;

/// Returns a safe name for a file: that of `Content-Disposition`, or the last segment of the URL's path.
pub(crate) fn of(disposition: Option<&[u8]>, path: &str) -> String {
    let declared = disposition.and_then(of_disposition).map(|name| sanitized(&name)).filter(|name| name != UNNAMED);
    declared.unwrap_or_else(|| {
        let segment = path.rsplit_once('/').map_or(path, |(_, segment)| segment);
        sanitized(&percent_decode_str(segment).decode_utf8_lossy())
    })
}

/// Returns the name in a `Content-Disposition` header (RFC 6266). `filename*` takes precedence.
fn of_disposition(header: &[u8]) -> Option<String> {
    // Some servers send UTF-8, and others Latin-1.
    let header = str::from_utf8(header).map_or_else(|_| latin_1(header), str::to_owned);
    let (mut plain, mut extended) = (None, None);
    let mut rest = header.split_once(';')?.1;
    while let Some((name, value)) = rest.split_once('=') {
        let name = name.trim().to_ascii_lowercase();
        let (value, after) = parameter(value.trim_start());
        match name.as_str() {
            "filename" => plain = plain.or(Some(value)),
            "filename*" => extended = extended.or_else(|| decoded(&value)),
            _ => {}
        }
        rest = after.split_once(';').map_or("", |(_, rest)| rest);
    }
    extended.or(plain)
}

/// Returns the value at the start of a text, a token or a quoted string, and the rest of the text.
fn parameter(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        let (value, after) = text.split_at_checked(end).unwrap_or((text, ""));
        return (value.trim().to_owned(), after);
    };
    let (mut value, mut characters) = (String::new(), quoted.chars());
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            // Browsers send a path with its backslashes, unescaped.
            '\\' => match characters.as_str().chars().next() {
                Some(escaped @ ('"' | '\\')) => {
                    characters.next();
                    value.push(escaped);
                }
                _ => value.push('\\'),
            },
            character => value.push(character),
        }
    }
    (value, characters.as_str())
}

/// Decodes an extended value (RFC 8187), for example `UTF-8''%e2%82%ac.txt`.
fn decoded(value: &str) -> Option<String> {
    let (charset, value) = value.split_once('\'')?;
    let (_language, value) = value.split_once('\'')?;
    let bytes: Cow<'_, [u8]> = percent_decode_str(value).into();
    match charset.to_ascii_lowercase().as_str() {
        "utf-8" => str::from_utf8(&bytes).ok().map(str::to_owned),
        "iso-8859-1" => Some(latin_1(&bytes)),
        _ => None,
    }
}

fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// Returns a name that is valid on all operating systems, and isn't a path or a hidden file.
fn sanitized(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible = name.chars().filter(|character| !character.is_control() && !is_invisible(*character));
    let replaced = visible.map(|character| if r#"<>:"|?*"#.contains(character) { '_' } else { character });
    let name = replaced.collect::<String>();
    // Windows ignores dots and spaces at the end.
    let name = name.trim_start_matches(|first: char| first == '.' || first.is_whitespace());
    let name = shortened(name.trim_end_matches(|last: char| last == '.' || last.is_whitespace()));
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    match is_reserved(stem) {
        true => format!("_{name}"),
        false if name.is_empty() => UNNAMED.to_owned(),
        false => name,
    }
}

/// Returns `true` for the characters that change the direction of text or can't be seen. They can hide the extension.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Shortens a name, and keeps its extension.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let extension = name.rfind('.').and_then(|at| name.get(at..)).filter(|extension| extension.len() <= 20);
    let extension = extension.unwrap_or_default();
    let end = (0..=LONGEST - extension.len()).rev().find(|end| name.is_char_boundary(*end)).unwrap_or_default();
    format!("{}{extension}", name.get(..end).unwrap_or_default().trim_end())
}

/// Returns `true` for the names of devices on Windows, which are reserved with any extension.
fn is_reserved(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let number = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = number.is_some_and(|number| {
        let mut digits = number.chars();
        matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(disposition: &str) -> String {
        of(Some(disposition.as_bytes()), "/x/fallback.bin")
    }

    #[test]
    fn reads_content_disposition() {
        for (header, name) in [
            ("attachment; filename=photo.jpg", "photo.jpg"),
            ("attachment;filename=\"a b.jpg\"", "a b.jpg"),
            ("inline; FileName = \"a;b=c.jpg\" ; x=y", "a;b=c.jpg"),
            (r#"attachment; filename="a\"b\\c.jpg""#, "c.jpg"),
            (r#"attachment; filename="say \"hi\".txt""#, "say _hi_.txt"),
            ("attachment; filename=\"x.txt\"; filename*=UTF-8''%e2%82%ac%20rates.txt", "€ rates.txt"),
            ("attachment; filename*=utf-8'en'a.txt; filename=\"x.txt\"", "a.txt"),
            ("attachment; filename*=iso-8859-1''%a3.txt", "£.txt"),
            ("attachment; filename*=UTF-8''%ff.txt; filename=plain.txt", "plain.txt"),
            ("attachment; filename*=KOI8-R''a.txt; filename=plain.txt", "plain.txt"),
            ("attachment; filename*=a.txt", "fallback.bin"),
            ("attachment; filename=\"schön.txt\"", "schön.txt"),
            ("attachment; filename=\"unclosed", "unclosed"),
            ("attachment; filename=\"\"", "fallback.bin"),
            ("attachment; name=\"field\"; filename=a.txt", "a.txt"),
            ("attachment", "fallback.bin"),
            ("attachment; filename", "fallback.bin"),
            ("", "fallback.bin"),
        ] {
            assert_eq!(named(header), name, "{header}");
        }
        assert_eq!(of(Some(b"attachment; filename=\"sch\xf6n.txt\""), "/"), "schön.txt");
    }

    #[test]
    fn falls_back_to_the_path() {
        for (path, name) in [
            ("/sc/attachments/v2/1/Screen%20Shot.png", "Screen Shot.png"),
            ("/a/%2e%2e%2fetc%2fpasswd", "passwd"),
            ("/a/..%5C..%5Cboot.ini", "boot.ini"),
            ("/a/", "download"),
            ("/", "download"),
            ("/..", "download"),
            ("/a/%00", "download"),
            ("/a/%ff.png", "\u{fffd}.png"),
        ] {
            assert_eq!(of(None, path), name, "{path}");
        }
    }

    #[test]
    fn names_are_safe_everywhere() {
        for (name, safe) in [
            ("../../etc/passwd", "passwd"),
            ("/etc/passwd", "passwd"),
            (r"C:\Windows\system32\x.dll", "x.dll"),
            ("C:x.txt", "C_x.txt"),
            ("..", "download"),
            (".", "download"),
            ("...", "download"),
            (". .", "download"),
            (".bashrc", "bashrc"),
            ("a\nb\r\0\u{7f}\u{85}.txt", "ab.txt"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("a.txt. . ", "a.txt"),
            ("a<b>c:d\"e|f?g*.txt", "a_b_c_d_e_f_g_.txt"),
            ("con", "_con"),
            ("NUL.txt", "_NUL.txt"),
            ("Com1.tar.gz", "_Com1.tar.gz"),
            ("LPT².txt", "_LPT².txt"),
            ("COM10.txt", "COM10.txt"),
            ("aux .txt", "_aux .txt"),
            ("console.log", "console.log"),
            ("写真.jpg", "写真.jpg"),
        ] {
            assert_eq!(sanitized(name), safe, "{name:?}");
        }
        let long = sanitized(&format!("{}.jpeg", "ä".repeat(500)));
        assert!(long.len() <= LONGEST && long.ends_with("ä.jpeg"), "{long}");
        assert_eq!(sanitized(&format!("a.{}", "x".repeat(500))).len(), LONGEST);
    }
}
