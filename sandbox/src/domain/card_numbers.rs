//! Masks credit card numbers in texts.

/// The lengths of card numbers.
const LENGTHS: std::ops::RangeInclusive<usize> = 13..=19;

/// How many digits stay visible.
const VISIBLE: usize = 4;

/// Replaces the digits of card numbers with `*`, except for the last four. A card number has 13 to 19 digits, may contain
/// spaces and hyphens between them, and has a valid check digit.
pub(crate) fn masked(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut masked = characters.clone();
    let mut start = 0;
    while start < characters.len() {
        let run: Vec<usize> = digits(&characters, start);
        if run.is_empty() {
            start += 1;
            continue;
        }
        if LENGTHS.contains(&run.len()) && is_valid(run.iter().map(|at| characters[*at])) {
            run[..run.len() - VISIBLE].iter().for_each(|at| masked[*at] = '*');
        }
        start = run.last().map_or(start, |last| last + 1);
    }
    masked.into_iter().collect()
}

/// The places of the digits from here on, which single spaces or hyphens may separate.
fn digits(characters: &[char], start: usize) -> Vec<usize> {
    let is_digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let (mut at, mut digits) = (start, Vec::new());
    while is_digit(at) {
        digits.push(at);
        let is_separated = characters.get(at + 1).is_some_and(|next| " -".contains(*next)) && is_digit(at + 2);
        at += if is_separated { 2 } else { 1 };
    }
    digits
}

/// Checks the check digit: the Luhn algorithm.
fn is_valid(digits: impl DoubleEndedIterator<Item = char>) -> bool {
    let values = digits.rev().filter_map(|digit| digit.to_digit(10)).enumerate();
    let sum: u32 = values
        .map(|(index, digit)| match index % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_valid_check_digit() {
        for (text, expected) in [
            ("Card 4111 1111 1111 1111, please", "Card **** **** **** 1111, please"),
            ("4111-1111-1111-1111", "****-****-****-1111"),
            ("378282246310005", "***********0005"),
            ("4111111111111112", "4111111111111112"),
            ("Call +1 514 555 0100", "Call +1 514 555 0100"),
            ("é4111111111111111é", "é************1111é"),
            ("", ""),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
