//! The commands of the command-line tool for the document of a test.

use std::collections::BTreeSet;

use sunshine_conversations::operations::OPERATIONS as ALL;

use crate::operations::commands::{COMMAND_NAMES, COMMANDS, OPTION_NAMES};

#[test]
fn every_operation_has_a_command_with_unique_names() {
    let ids: BTreeSet<_> = COMMANDS.iter().map(|command| command.id).collect();
    assert_eq!(ids, ALL.iter().map(|operation| operation.name).collect());
    let is_word = |name: &str| !name.is_empty() && !name.starts_with('-') && !name.contains(char::is_whitespace);
    let mut names = BTreeSet::new();
    for command in COMMANDS {
        let (group, verb) = (command.group, command.verb);
        assert!(names.insert((group, verb)), "{group} {verb} twice");
        assert!(is_word(group) && is_word(verb) && verb != "help" && !COMMAND_NAMES.contains(&group), "{group} {verb}");
        let mut options = BTreeSet::new();
        for option in command.arguments().chain(command.options()).map(|parameter| parameter.option) {
            assert!(is_word(option) && !OPTION_NAMES.contains(&option), "{group} {verb}: --{option}");
            assert!(options.insert(option), "{group} {verb}: --{option} twice");
        }
    }
}
