//! The editors' and operators' command line.

// Pages are built of many small pieces: the system's allocator takes a quarter
// of a publish.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    site::run()
}
