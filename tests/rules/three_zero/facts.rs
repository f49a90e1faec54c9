use std::fs;
use std::path::Path;

/// A generated file in one line: its doc comments without the slashes.
fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().map(|line| line.trim().trim_start_matches("///").trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_contains(text: &str, facts: &[&str]) {
    for fact in facts {
        assert!(text.contains(fact), "`{fact}` is missing in:\n{text}");
    }
}

#[test]
fn fields_document_their_facts() {
    assert_contains(
        &read("models/clock.rs"),
        &[
            "The name. 1 to 40 characters. option name:",
            "Matches the pattern `^[a-z]+$`.",
            "Defaults to `false`.",
            "Defaults to `12`. 1 to 24.",
            "More than 0.",
            "At most 12 items. Each item: at most 9 characters.",
            "The serial number. Read-only: not sent in requests.",
            "Write-only: not in responses.",
            "#[deprecated = \"Deprecated by the API.\"] option old:",
        ],
    );
}

#[test]
fn methods_document_credentials_parameters_and_status_codes() {
    let text = read("operations/facts.rs");
    assert_contains(
        &text,
        &[
            "Creates a clock.",
            "`POST /clocks`",
            "Credentials: integration or app key.",
            "Credentials: none.",
            "Whether to check only.",
            "Defaults to `true`.",
            "- `body`: The clock to create.",
            "- `201`: The clock was created.",
            "- `409`: Another clock has this name.",
            "- `429`: Too many requests.",
        ],
    );
    let errors = text.find("# Errors").unwrap();
    assert!(text.find("- `409`").unwrap() > errors && text.find("- `201`").unwrap() < errors);
}

#[test]
fn models_document_their_uses() {
    assert_contains(&read("models/clock.rs"), &["Request body of [`create_clock`](crate::ApiClient::create_clock)."]);
    assert_contains(&read("models/clock_response.rs"), &["Response of [`create_clock`]", "[`get_open_clock`]"]);
    assert_contains(&read("models/face.rs"), &["The face of a clock. Used in [`Clock`]."]);
    assert_contains(&read("models/hand.rs"), &["Used in [`Clock`]."]);
}

#[test]
fn no_field_only_points_elsewhere() {
    let clock = read("models/clock.rs");
    assert!(!clock.contains("See ["), "{clock}");
    assert_contains(&clock, &["Hand of a clock.", "Pin of a clock. Write-only"]);
}
