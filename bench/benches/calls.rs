//! Calls and decoding under divan, to optimize one of them: `cargo bench --manifest-path bench/Cargo.toml`. `main.rs`
//! measures the tables, the SDK and the alternative in turns.

use std::sync::LazyLock;

use divan::Bencher;
use sunshine_conversations_bench::jobs::{self, Side};
use sunshine_conversations_bench::server::{self, Server};

static SERVER: LazyLock<Server> = LazyLock::new(|| Server::begin().expect("the server begins"));

fn main() {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        server::serve().expect("the server serves");
    } else {
        divan::main();
    }
}

const SIDES: [Side; 3] = [Side::Sdk, Side::Hand, Side::HandText];

#[divan::bench(args = jobs::CALLS, consts = [0, 1, 2])]
fn call<const SIDE: usize>(bencher: Bencher, name: &str) {
    bencher.bench_local(jobs::call(name, SIDES[SIDE], &SERVER.url));
}

#[divan::bench(args = jobs::PAGES, consts = [0, 1, 2])]
fn decoding<const SIDE: usize>(bencher: Bencher, name: &str) {
    let bytes = divan::counter::BytesCount::new(jobs::page(name).len());
    bencher.counter(bytes).bench_local(jobs::decoding(name, SIDES[SIDE]));
}
