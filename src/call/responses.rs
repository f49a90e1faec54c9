//! The tables of operations with more than one successful response: [`responses!`].

use serde::de::{DeserializeOwned, Error as _};

/// Defines the output of an operation whose response depends on the status code.
///
/// ```text
/// responses! {
///     /// Response of `CreatePoll`.
///     pub enum CreatePollOutput {
///         Status200(PollResponse) = 200,
///         Status202(String) = 202 => text,   // or `bytes`: not JSON
///         Status204 = 204,
///     }
/// }
/// ```
macro_rules! responses {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $($(#[$variant_attribute:meta])* $variant:ident $(($type:ty))? = $status:pat $(=> $reader:ident)?),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant $(($type))?,)*
        }

        impl $crate::request::operation::Decode for $name {
            fn decode(status: u16, body: &[u8]) -> ::serde_json::Result<Self> {
                #[allow(unreachable_patterns, reason = "the document may describe every status code")]
                match status {
                    $(
                        $status => ::core::result::Result::Ok(
                            $crate::call::responses::read!(Self::$variant $(($type))? body $($reader)?)
                        ),
                    )*
                    _ => ::core::result::Result::Err($crate::call::responses::unexpected(status)),
                }
            }
        }
    };
}

/// Reads a variant: JSON, or with a reader of `call.rs` anything else.
macro_rules! read {
    (Self::$variant:ident $body:ident) => {
        Self::$variant
    };
    (Self::$variant:ident ($type:ty) $body:ident) => {
        Self::$variant($crate::call::responses::body::<$type>($body)?)
    };
    (Self::$variant:ident ($type:ty) $body:ident $reader:ident) => {
        Self::$variant($crate::request::operation::$reader($body)?)
    };
}

pub(crate) use {read, responses};

/// Reads the body of a response.
pub(crate) fn body<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<T> {
    crate::base::repair::from_json(body)
}

/// The error for a successful status code that the document doesn't describe.
pub(crate) fn unexpected(status: u16) -> serde_json::Error {
    serde_json::Error::custom(format_args!("unexpected status code {status}: not in the API's document"))
}

#[cfg(test)]
mod tests {
    use crate::decode::model::model;
    use crate::request::operation::Decode;

    model! {
        /// A job.
        pub struct Job {
            required id: String = "id";
        }
        new(id: String)
    }

    responses! {
        /// Response of `CreatePoll`.
        pub enum CreatePollOutput {
            /// The names.
            Status200(Vec<String>) = 200,
            Status202(Job) = 202,
            Status203(String) = 203 => text,
            Status206(Vec<u8>) = 206 => bytes,
            /// Nothing.
            Status204 = 204,
        }
    }

    #[test]
    fn the_status_code_decides() {
        let decode = |status, body: &str| <CreatePollOutput as Decode>::decode(status, body.as_bytes());
        assert_eq!(decode(200, r#"["a"]"#).unwrap(), CreatePollOutput::Status200(vec!["a".into()]));
        assert_eq!(decode(202, r#"{"id":"a"}"#).unwrap(), CreatePollOutput::Status202(Job::new("a")));
        assert_eq!(decode(203, "a").unwrap(), CreatePollOutput::Status203("a".into()));
        assert_eq!(decode(206, "{").unwrap(), CreatePollOutput::Status206(b"{".into()));
        assert_eq!(decode(204, "").unwrap(), CreatePollOutput::Status204);
        assert!(decode(202, r#"{"id":7}"#).unwrap_err().to_string().contains("expected a string"));
        assert!(decode(201, "{}").unwrap_err().to_string().contains("unexpected status code 201"));
    }
}
