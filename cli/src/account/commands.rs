//! `login`, `logout`, `profiles` and `jwt`.

use std::io::{self, IsTerminal, Read, Write};
use std::time::Duration;
use std::{process, thread};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use sunshine_conversations::{Credentials, JwtScope, JwtSigner};

use super::secrets::{self, Place};
use super::{Profile, Profiles, variable};
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::interrupt::Interrupt;
use crate::output;

/// Returns the commands of this module.
pub fn subcommands() -> [Command; 4] {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let ttl = || option("ttl", "DURATION", "Lifetime, such as 30s, 10m, 12h or 7d").value_parser(duration);
    [
        Command::new("login")
            .about("Store an account as a profile")
            .long_about(
                "Stores an account as a profile: the host, a key or token, and a default app. The secret is read from the \
                 terminal without being shown, or from stdin with --secret-stdin. It is stored in the system's keyring if there \
                 is one, and otherwise in a file that only you can read.",
            )
            .arg(option("subdomain", "SUBDOMAIN", "The `acme` of https://acme.zendesk.com"))
            .arg(option("base-url", "URL", "Base URL, instead of a subdomain").conflicts_with("subdomain"))
            .arg(flag("allow-http", "Allow a base URL with plain HTTP"))
            .arg(option("key-id", "KEY", "ID of an API key, such as app_5d8c"))
            .arg(flag("token", "The secret is a bearer token, not that of a key").conflicts_with("key-id"))
            .arg(flag("secret-stdin", "Read the secret from stdin"))
            .arg(flag("no-keyring", "Store the secret in the file, even if there is a keyring"))
            .arg(flag("no-verify", "Don't check the credentials with a call")),
        Command::new("logout").about("Remove a profile and its secret"),
        Command::new("profiles")
            .about("List the profiles")
            .subcommand(Command::new("use").about("Set the default profile").arg(Arg::new("name").required(true))),
        Command::new("jwt")
            .about("Sign JSON Web Tokens with a key")
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand(
                Command::new("user")
                    .about("A token with which an end user logs in to a Zendesk messaging SDK")
                    .long_about(
                        "Signs a token with which an end user logs in to the Web Widget or a mobile SDK. Uses the signing key for \
                         end users in SUNCO_SIGNING_KEY_ID and SUNCO_SIGNING_KEY_SECRET, or the key of the account.",
                    )
                    .arg(Arg::new("id").value_name("EXTERNAL_ID").required(true).help("External ID of the user"))
                    .arg(ttl())
                    .arg(option("name", "NAME", "Name of the user"))
                    .arg(option("email", "EMAIL", "Email address of the user"))
                    .arg(flag("email-verified", "The address is verified").requires("email")),
            )
            .subcommand(
                Command::new("app")
                    .about("A token for calls of the API")
                    .arg(ttl())
                    .arg(option("scope", "SCOPE", "Permissions; must match the key").value_parser(["app", "account", "integration"]).default_value("app")),
            ),
    ]
}

/// Parses a duration: a number with the unit s, m, h or d.
pub fn duration(text: &str) -> std::result::Result<Duration, String> {
    let invalid = || format!("`{text}` must be a number with s, m, h or d, such as 10m");
    let (number, unit) = text
        .char_indices()
        .last()
        .map(|(index, unit)| (text.get(..index).unwrap_or_default(), unit))
        .ok_or_else(invalid)?;
    let factor = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86400,
        _ => return Err(invalid()),
    };
    let seconds = number.parse::<u64>().ok().and_then(|number| number.checked_mul(factor)).ok_or_else(invalid)?;
    Ok(Duration::from_secs(seconds))
}

/// Runs `sunco login`.
pub fn login(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let base_url = match (text("base-url"), text("subdomain")) {
        (Some(url), _) => url,
        (None, Some(subdomain)) => base_url(&subdomain)?,
        (None, None) => base_url(&prompt("Subdomain (the acme of https://acme.zendesk.com): ", "--subdomain")?)?,
    };
    let key_id = match text("key-id") {
        Some(id) => Some(id),
        None if matches.get_flag("token") => None,
        None => Some(prompt("Key ID: ", "--key-id or --token")?),
    };
    let name = globals.selection.profile.clone().unwrap_or_else(|| "default".to_owned());
    if name.chars().any(char::is_control) {
        return Err(Failure::usage("--profile: must not have control characters"));
    }
    if globals.dry_run {
        note!("Would store the profile `{name}` for {base_url}.");
        return Ok(());
    }
    let mut app = globals.selection.app.clone();
    if app.is_none() && io::stdin().is_terminal() && !matches.get_flag("secret-stdin") {
        app = Some(read_line("Default app ID (may be empty): ")?).filter(|app| !app.is_empty());
    }
    let secret = secret(matches.get_flag("secret-stdin"), if key_id.is_some() { "Secret: " } else { "Token: " })?;
    let profile = Profile { base_url, allow_http: matches.get_flag("allow-http"), key_id, app };
    let credentials = match &profile.key_id {
        Some(id) => Credentials::basic(id, &*secret),
        None => Credentials::bearer(&*secret),
    };
    let api = profile.builder().credentials(credentials).build()?;
    if !matches.get_flag("no-verify") {
        let verified = match &profile.app {
            Some(app) => api.get_app(app).send().map(|_| ()),
            None => api.get_token_info().send().map(|_| ()),
        };
        // The API knows a key that it forbids this call, such as one of an account.
        verified.or_else(|error| if profile.app.is_none() && error.is_forbidden() { Ok(()) } else { Err(error) })?;
    }
    let mut profiles = Profiles::load()?;
    profiles.insert(&name, profile);
    let place = secrets::store(&mut profiles, &name, &secret, !matches.get_flag("no-keyring"))?;
    let place = match place {
        Place::Keyring => "the system's keyring".to_owned(),
        Place::File => profiles.path().display().to_string(),
    };
    note!("Stored the profile `{name}`. Its secret is in {place}.");
    Ok(())
}

fn base_url(subdomain: &str) -> Result<String> {
    Ok(sunshine_conversations::ApiClient::builder().subdomain(subdomain).build()?.base_url().to_owned())
}

/// Reads a line from the terminal, which must not be empty.
fn prompt(question: &str, option: &str) -> Result<String> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(format!("{option} is required if stdin isn't a terminal")));
    }
    let line = read_line(question)?;
    if line.is_empty() { Err(Failure::usage(format!("{option} is required"))) } else { Ok(line) }
}

fn read_line(question: &str) -> Result<String> {
    let mut err = io::stderr();
    write!(err, "{question}")?;
    err.flush()?;
    let mut line = String::new();
    if io::stdin().read_line(&mut line)? == 0 {
        // Ctrl-D doesn't end the line of the question.
        writeln!(err)?;
    }
    Ok(line.trim().to_owned())
}

fn secret(from_stdin: bool, question: &str) -> Result<String> {
    let mut secret = String::new();
    if from_stdin {
        io::stdin().read_to_string(&mut secret)?;
    } else if io::stdin().is_terminal() {
        secret = prompt_secret(question)?;
    } else {
        return Err(Failure::usage("use --secret-stdin if stdin isn't a terminal"));
    }
    let secret = secret.trim_end_matches(['\r', '\n']).to_owned();
    if secret.is_empty() { Err(Failure::usage("the secret is empty")) } else { Ok(secret) }
}

/// Reads a line from the terminal without showing it.
fn prompt_secret(question: &str) -> Result<String> {
    // Otherwise, Ctrl-C would end the program while the terminal hides input.
    let interrupt = Interrupt::new()?;
    let secret = rpassword::prompt_password(question)?;
    thread::spawn(move || {
        interrupt.wait();
        process::exit(130);
    });
    Ok(secret)
}

/// Runs `sunco logout`.
pub fn logout(globals: &Globals) -> Result<()> {
    let mut profiles = Profiles::load()?;
    let name = globals.selection.profile.clone().or_else(|| profiles.default_name());
    let name = name.ok_or_else(|| Failure::usage("there are no profiles"))?;
    profiles.get(&name)?;
    if globals.dry_run {
        note!("Would remove the profile `{name}`.");
        return Ok(());
    }
    secrets::remove(&profiles, &name);
    profiles.remove(&name)?;
    profiles.save()?;
    note!("Removed the profile `{name}`.");
    Ok(())
}

/// Runs `sunco profiles`.
pub fn profiles(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let mut profiles = Profiles::load()?;
    if let Some(("use", matches)) = matches.subcommand() {
        let name = matches.get_one::<String>("name").map(String::as_str).unwrap_or_default();
        profiles.set_default(name)?;
        if globals.dry_run {
            note!("Would set the default profile to `{name}`.");
            return Ok(());
        }
        return profiles.save();
    }
    let mut output = output::Output::new(&globals.output()?, true, &["name", "default", "baseUrl", "keyId", "app"]);
    let default = profiles.default_name();
    for (name, profile) in profiles.iter() {
        let line = json!({
            "name": name, "default": default.as_ref() == Some(name), "baseUrl": profile.base_url, "keyId": profile.key_id,
            "app": profile.app,
        });
        output.item(&line.to_string())?;
    }
    output.finish()
}

/// Runs `sunco jwt`.
pub fn jwt(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let (kind, matches) =
        matches.subcommand().ok_or_else(|| Failure::usage("use `sunco jwt user` or `sunco jwt app`"))?;
    let (id, secret) = signing_key(globals, kind == "user")?;
    let mut signer = JwtSigner::new(id, secret);
    if let Some(ttl) = matches.get_one::<Duration>("ttl") {
        signer = signer.lifetime(*ttl);
    }
    let token = if kind == "user" {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let mut user = signer.user(text("id").unwrap_or_default());
        if let Some(name) = text("name") {
            user = user.name(name);
        }
        if let Some(email) = text("email") {
            user = user.email(email);
        }
        if matches.get_flag("email-verified") {
            user = user.email_verified(true);
        }
        user.sign()?
    } else {
        signer.sign(match matches.get_one::<String>("scope").map(String::as_str) {
            Some("account") => JwtScope::Account,
            Some("integration") => JwtScope::Integration,
            _ => JwtScope::App,
        })?
    };
    Ok(writeln!(io::stdout(), "{}", token.expose())?)
}

/// The key that signs: that for end users, or that of the account.
fn signing_key(globals: &Globals, for_users: bool) -> Result<(String, String)> {
    let pair = |id: &str, secret: &str| Some((variable(id)?, variable(secret)?));
    let for_users = for_users.then(|| pair("SUNCO_SIGNING_KEY_ID", "SUNCO_SIGNING_KEY_SECRET")).flatten();
    if let Some(key) = for_users {
        return Ok(key);
    }
    if globals.selection.profile.is_none()
        && let Some(key) = pair("SUNCO_KEY_ID", "SUNCO_KEY_SECRET")
    {
        return Ok(key);
    }
    let profiles = Profiles::load()?;
    let name = globals.selection.profile.clone().or_else(|| profiles.default_name());
    let name =
        name.ok_or_else(|| Failure::usage("no key: run `sunco login`, or set SUNCO_KEY_ID and SUNCO_KEY_SECRET"))?;
    let id = profiles.get(&name)?.key_id.clone();
    let id = id.ok_or_else(|| Failure::usage(format!("the profile `{name}` has a token, and only a key can sign")))?;
    Ok((id, secrets::load(&profiles, &name)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_unit() {
        assert_eq!(duration("10m"), Ok(Duration::from_secs(600)));
        assert_eq!(duration("2d"), Ok(Duration::from_secs(172_800)));
        for invalid in ["", "10", "m", "-1m", "1.5h", "10x", "99999999999999999999s", "é"] {
            assert!(duration(invalid).is_err(), "{invalid}");
        }
    }
}
