#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| sunshine_conversations_fuzz::webhooks(data));
