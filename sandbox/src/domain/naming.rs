//! Names of users without a name.

/// The names; an ID always gets the same one.
const ADJECTIVES: [&str; 8] = ["Amber", "Brave", "Calm", "Eager", "Gentle", "Lucky", "Quiet", "Swift"];

const ANIMALS: [&str; 8] = ["Badger", "Falcon", "Heron", "Lynx", "Otter", "Panda", "Raven", "Tiger"];

/// Returns the display name of a user without a name.
pub(crate) fn animal_name(user_id: &str) -> String {
    let number = user_id.bytes().fold(0_usize, |number, byte| number.wrapping_mul(31).wrapping_add(byte.into()));
    format!("{} {}", ADJECTIVES[number % ADJECTIVES.len()], ANIMALS[number / ADJECTIVES.len() % ANIMALS.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_depends_on_the_id_only() {
        assert_eq!(animal_name("5a4db0c05a4db0c000000001"), animal_name("5a4db0c05a4db0c000000001"));
        let names: std::collections::BTreeSet<String> = (0..100).map(|id| animal_name(&format!("{id:024x}"))).collect();
        assert!(names.len() > 20, "{names:?}");
    }
}
