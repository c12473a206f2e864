# The site in a few words. Each installs what it needs into .tools/ first.
#   make run      build, publish and serve at http://127.0.0.1:8080 (PORT=…)
#   make test     every test; the longest look at a part of the pages in each way
#   make soak     the same with nothing left out, and 200 kills of the backend: two hours
#   make windows  the program for Windows, compiled and tried under Wine
#   make engines  visitors' ways and the desk's in Firefox and WebKit as well (ENGINES=…)
#   make desk     build the editors' desk and open it over CONTENT
#   make dev      rebuild and reload while you work
#   make build    dist/, ready to upload (ORIGIN=https://… for absolute links)
#   make tool     target/tool/, to hand to editors: for Linux and for Windows an archive
#                 with a program that needs nothing else
#   make check    format, lints for both halves (`make lint`), licences, bans and sources
#   make bench    the balance's time, measurements in a real browser, and publishing
#                 at 100 to 50,000 articles beside Hugo and Astro (SIZES=…)
#   make clean    forget what was built; .tools/ stays
PORT    ?= 8080
ORIGIN  ?=
CONTENT ?= public/content
ENGINES ?= firefox webkit

export PATH := $(CURDIR)/.tools/bin:$(PATH)

# One target folder per half, so that neither rebuilds the other.
NATIVE  := CARGO_TARGET_DIR=target/native
BROWSER := CARGO_TARGET_DIR=target/browser
SITE    := target/native/release/site
FAST    := target/native/tool/site
TRIAL   := target/native/debug/site

# For editors: linked with all it needs, the app beside it. With all of the linker's
# optimisations, but where only the linking is to be tried (PROFILE=dev).
STATIC  := $(shell uname -m)-unknown-linux-musl
TOOL    := target/tool
PROFILE ?= tool
LINKED   = target/native/$(STATIC)/$(PROFILE:dev=debug)/site
# The same for Windows, compiled here; the tests try the unoptimised one under Wine.
WINDOWS := x86_64-pc-windows-gnu
EXE      = target/native/$(WINDOWS)/$(PROFILE:dev=debug)/site.exe

.PHONY: run desk desk-app test tests test-tools windows engines soak dev build tool check lint bench clean app site trial fast tools

# The program unoptimised, as the tests have it: what is compiled here is not compiled again.
# Beside the app, whose linking leaves a core idle.
run:
	@cargo fetch --locked
	@$(MAKE) --no-print-directory -j2 app trial
	@$(TRIAL) publish --content $(CONTENT) --app target/app --out dist
	@$(TRIAL) serve --dir dist --port $(PORT)

# The editors' desk: over CONTENT itself, so what is written there is a change of it.
desk:
	@cargo fetch --locked
	@$(MAKE) --no-print-directory -j3 app desk-app trial
	@$(TRIAL) desk $(CONTENT) --app target/app --desk target/desk --out dist

build: app site
	@$(SITE) publish --content $(CONTENT) --app target/app --out dist $(if $(ORIGIN),--origin $(ORIGIN))

app: tools
	$(BROWSER) trunk build --release

# Apart from the app: visitors never load it, and `make run` does not build it.
desk-app: tools
	cd desk && CARGO_TARGET_DIR=../target/browser trunk build --release

site: tools
	$(NATIVE) cargo build --locked --release -p site

trial:
	$(NATIVE) cargo build --locked -p site

# With all of the linker's optimisations: what is handed out and measured.
fast: tools
	$(NATIVE) cargo build --locked --profile tool -p site

tool: app desk-app
	@.ci/tools static
	@.ci/tools windows
	$(NATIVE) cargo build --locked --profile $(PROFILE) -p site --target $(STATIC)
	@! readelf -lW $(LINKED) | grep INTERP
	$(NATIVE) cargo build --locked --profile $(PROFILE) -p site --target $(WINDOWS)
	rm -rf $(TOOL) && mkdir -p $(TOOL)/site-linux $(TOOL)/site-windows
	cp $(LINKED) $(TOOL)/site-linux/
	cp $(EXE) $(TOOL)/site-windows/
	for system in linux windows; do cp -R target/app target/desk $(TOOL)/site-$$system/ || exit 1; done
	cd $(TOOL)/site-linux && env -i ./site check --lang en $(CURDIR)/$(CONTENT)
	cd $(TOOL)/site-linux && env -i ./site publish --lang en --no-compress --content $(CURDIR)/$(CONTENT) --out trial && rm -rf trial .trial.publishes
	cd $(TOOL) && tar czf site-linux.tar.gz site-linux && zip -qr site-windows.zip site-windows

# What is built for browsers keeps one core busy for minutes: the native half and what is
# fetched, beside it. The compiler and the crates come once, before both ask for them.
test:
	@cargo fetch --locked
	@$(MAKE) --no-print-directory -j4 app desk-app tests test-tools
	$(BROWSER) cargo test --locked --target wasm32-unknown-unknown -p markup --test browser
	SITE_APP=$(CURDIR)/target/app SITE_DESK=$(CURDIR)/target/desk $(NATIVE) \
		.ci/in-memory cargo test --locked --workspace --no-fail-fast

tests:
	$(NATIVE) cargo test --locked --workspace --no-run

test-tools:
	@.ci/tools test

# Not a part of `make test`, which has a budget of time; the workflow runs it beside.
engines: app desk-app
	@.ci/tools engines
	SITE_APP=$(CURDIR)/target/app SITE_DESK=$(CURDIR)/target/desk $(NATIVE) \
		.ci/in-memory .ci/engines $(ENGINES)

soak:
	SOAK=200 $(MAKE) test
	$(MAKE) windows
	$(MAKE) tool PROFILE=dev

# The program for Windows, tried under Wine: apart, as it compiles everything once more.
windows: tools
	@.ci/tools wine
	$(NATIVE) cargo build --locked -p site --target $(WINDOWS)
	SITE_WINDOWS=$(CURDIR)/target/native/$(WINDOWS)/debug/site.exe $(NATIVE) \
		.ci/in-memory cargo test --locked --workspace --test windows

dev: tools
	$(NATIVE) cargo build --locked -p site
	SITE_DEV=$(CURDIR)/$(TRIAL) $(BROWSER) trunk serve --dist target/dev --port $(PORT)

check: lint
	@.ci/tools lint
	cargo deny --config .ci/deny.toml check bans licenses sources
	@.ci/advisories

lint: tools
	cargo fmt --check
	$(NATIVE) cargo clippy --locked --workspace --all-targets -- -D warnings
	$(BROWSER) cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
	$(BROWSER) cargo clippy --locked --target wasm32-unknown-unknown -p desk --lib --bins -- -D warnings
	$(BROWSER) cargo clippy --locked --target wasm32-unknown-unknown -p markup --tests -- -D warnings

bench: app desk-app fast
	@.ci/tools bench
	@$(FAST) publish --content $(CONTENT) --app target/app --out dist
	$(NATIVE) cargo bench --locked -p chain --bench balance
	@failed=0; for part in slider desk serve writers publishing archive lighthouse pictures scale; do \
		node benches/$$part.mjs || failed=1; \
	done; exit $$failed

clean:
	rm -rf target dist .dist.publishes

tools:
	@.ci/tools build
