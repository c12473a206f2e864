//! How long the balance of the whole loop takes: at most 50 µs, so that it can
//! follow a slider.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chain::band::band;
use chain::{Balance, Inputs, Output};
use content::chain_inputs::{inputs, ranges};
use content::load::load;
use criterion::{Criterion, criterion_group};
use model::Input;

/// What a balance may take.
const LIMIT: Duration = Duration::from_micros(50);
/// Balances timed together for the printed mean.
const COUNT: u32 = 100_000;

fn defaults() -> Inputs {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let bundle = load(&content).expect("the editors' bundle is sound");
    inputs(&bundle).expect("the bundle has every factor")
}

/// The whole loop, each time for other inputs.
fn co2(inputs: &Inputs, share: f64) -> f64 {
    let inputs = inputs.with(Input::RecycledShare, share);
    let balance = Balance::new(black_box(&inputs)).expect("a share is possible");
    black_box(balance).get(Output::Co2)
}

fn bench(criterion: &mut Criterion) {
    let defaults = defaults();
    criterion.bench_function("balance", |bencher| {
        let mut share = 0.0;
        bencher.iter(|| {
            share = (share + 0.1) % 100.0;
            co2(&defaults, share)
        });
    });
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let bundle = load(&content).expect("the editors' bundle is sound");
    let ranges = ranges(&bundle, &defaults).expect("the bundle has every factor");
    criterion.bench_function("band", |bencher| {
        bencher.iter(|| band(black_box(&defaults), &ranges).expect("every corner is possible"));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .without_plots();
    targets = bench
}

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    let defaults = defaults();
    let start = Instant::now();
    for step in 0..COUNT {
        black_box(co2(&defaults, f64::from(step % 1000) / 10.0));
    }
    let each = start.elapsed() / COUNT;
    println!(
        "balance of the full loop: {:.2} µs (limit {} µs)",
        each.as_secs_f64() * 1e6,
        LIMIT.as_micros()
    );
    assert!(
        each <= LIMIT,
        "a balance takes {each:?}, more than {LIMIT:?}"
    );
}
