//! Help, completions and man pages.

mod common;

use common::{Cli, Run};

#[test]
fn help_has_the_documents_text_credentials_and_an_example() {
    let cli = Cli::new();
    let help = Run::of(cli.bare(&["users", "update", "--help"])).ok();
    for part in [
        "PATCH /v2/apps/{appId}/users/{userIdOrExternalId}",
        "Credentials: integration, app or account key.",
        "The `id` or `externalId` of the user",
        "1 to 128 characters",
        "Example:\n  sunco users update steve",
    ] {
        assert!(help.contains(part), "{part:?} isn't in {help}");
    }
    let help = Run::of(cli.bare(&["attachments", "upload", "--help"])).ok();
    assert!(help.contains("default is") || help.contains("Defaults to"), "{help}");
}

#[test]
fn completions_have_commands_options_and_values() {
    let cli = Cli::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = Run::of(cli.bare(&["completions", shell])).ok();
        for word in ["delete-personal-information", "profile-given-name"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        // clap doesn't complete values in PowerShell.
        assert_eq!(script.contains("sdkGroup"), shell != "powershell");
    }
    Run::of(cli.bare(&["completions", "dos"])).fails(2, "possible values");
}

#[test]
fn bash_completes_values_of_an_enum() {
    let cli = Cli::new();
    let script = Run::of(cli.bare(&["completions", "bash"])).ok();
    let path = cli.file("sunco.bash", &script);
    if std::process::Command::new("bash").arg("--version").output().is_err() {
        eprintln!("skipped: bash isn't installed");
        return;
    }
    let completed = |words: &[&str]| {
        let (last, count) = (words.last().unwrap(), words.len());
        let words = words.join(" ");
        let line = format!(
            "COMP_WORDS=(sunco {words} ''); COMP_CWORD={}; _sunco sunco '' {last}; echo ${{COMPREPLY[@]}}",
            count + 1
        );
        let mut bash = std::process::Command::new("bash");
        bash.args(["-c", &format!("source {path} && {line}")]);
        Run::of(bash).ok()
    };
    assert_eq!(completed(&["conversations", "create", "--type"]), "personal sdkGroup");
    assert!(completed(&["integrations", "create", "--type"]).starts_with("android apple custom "));
    assert!(completed(&["messages", "post", "--content-type"]).starts_with("carousel file "));
    assert!(completed(&["listen", "--triggers"]).contains("conversation:message "));
    // Other values are accepted.
    cli.run(&["trigger", "conversation:nope"])
        .fails(2, "can't trigger `conversation:nope`; known: conversation:message, ");
}

#[test]
fn each_command_has_a_man_page() {
    let cli = Cli::new();
    let folder = cli.path("man");
    Run::of(cli.bare(&["man", &folder])).ok();
    let names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for name in ["sunco.1", "sunco-users.1", "sunco-users-get.1", "sunco-login.1", "sunco-listen.1"] {
        assert!(names.iter().any(|known| known == name), "{name} isn't in {names:?}");
    }
    let page = std::fs::read_to_string(cli.path("man/sunco-users-get.1")).unwrap();
    assert!(page.contains("Returns the user") || page.contains("user"), "{page}");
}
