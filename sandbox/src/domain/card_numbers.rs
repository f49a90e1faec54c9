//! Masks credit card numbers in texts.

/// The lengths of card numbers.
const LENGTHS: std::ops::RangeInclusive<usize> = 13..=19;

/// How many digits stay visible.
const VISIBLE: usize = 4;

/// Replaces the digits of card numbers with `*`, except for the last four. A card number has 13 to 19 digits, may contain
/// spaces and hyphens between them, and has a valid check digit. Other numbers, such as the expiration date, may be next to it.
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
        for number in numbers(&run).filter(|number| is_valid(number.iter().map(|at| characters[*at]))) {
            number[..number.len() - VISIBLE].iter().for_each(|at| masked[*at] = '*');
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

/// The parts of a run that are as long as a card number. They begin and end at a separator.
fn numbers(run: &[usize]) -> impl Iterator<Item = &[usize]> {
    let is_border = |at: usize| at == 0 || at == run.len() || run[at] - run[at - 1] > 1;
    let ends = move |start: usize| LENGTHS.map(move |length| start + length).filter(move |end| *end <= run.len());
    (0..run.len())
        .filter(move |start| is_border(*start))
        .flat_map(move |start| ends(start).filter(move |end| is_border(*end)).map(move |end| &run[start..end]))
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
            ("4111 1111 1111 1111 12/28", "**** **** **** 1111 12/28"),
            ("Visa 4111111111111111 123", "Visa ************1111 123"),
            ("Order 12 4111-1111-1111-1111", "Order 12 ****-****-****-1111"),
            ("4111111111111111 5500000000000004", "************1111 ************0004"),
            ("12345678901234567890", "12345678901234567890"),
            ("é4111111111111111é", "é************1111é"),
            ("", ""),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
