// Generated from openapi.yaml by build.rs. Don't edit.

/// Names of the text fields that hold secrets, in the API's spelling. They are masked wherever JSON is printed.
pub(crate) const SECRET_FIELDS: &[&str] = &[

    "accessKey",

    "accessTokenKey",

    "accessTokenSecret",

    "access_token",

    "accountManagementAccessToken",

    "apiKey",

    "apiSecret",

    "appSecret",

    "authToken",

    "authenticationMessageSecret",

    "certificate",

    "channelAccessToken",

    "channelSecret",

    "client_secret",

    "consumerKey",

    "consumerSecret",

    "key",

    "pageAccessToken",

    "password",

    "privateKey",

    "pushNotificationToken",

    "secret",

    "serverKey",

    "signature",

    "signingKey",

    "switcherSecret",

    "token",

    "webhookSecret",

];
