# The site in a few words. Each installs what it needs into .tools/ first.
#   make run      build, publish and serve at http://127.0.0.1:8080 (PORT=…)
#   make test     every test
#   make dev      rebuild and reload while you work
#   make build    dist/, ready to upload (ORIGIN=https://… for absolute links)
#   make check    format, lints for both halves, licences, bans and sources
#   make bench    the balance's time, measurements in a real browser, and publishing
#                 at 100 to 50,000 articles beside Hugo and Astro (SIZES=…)
#   make clean    forget what was built; .tools/ stays
PORT    ?= 8080
ORIGIN  ?=
CONTENT ?= public/content

export PATH := $(CURDIR)/.tools/bin:$(PATH)

# One target folder per half, so that neither rebuilds the other.
NATIVE  := CARGO_TARGET_DIR=target/native
BROWSER := CARGO_TARGET_DIR=target/browser
SITE    := target/native/release/site

.PHONY: run test dev build check bench clean app site tools

run: build
	@$(SITE) serve --dir dist --port $(PORT)

build: app site
	@$(SITE) publish --content $(CONTENT) --app target/app --out dist $(if $(ORIGIN),--origin $(ORIGIN))

app: tools
	$(BROWSER) trunk build --release

site: tools
	$(NATIVE) cargo build --locked --release --bin site

test: app
	@.ci/tools test
	SITE_APP=$(CURDIR)/target/app $(NATIVE) cargo test --locked

dev: tools
	$(NATIVE) cargo build --locked --bin site
	SITE_DEV=$(CURDIR)/target/native/debug/site $(BROWSER) trunk serve --dist target/dev --port $(PORT)

check: tools
	cargo fmt --check
	$(NATIVE) cargo clippy --locked --all-targets -- -D warnings
	$(BROWSER) cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
	@.ci/tools lint
	cargo deny --config .ci/deny.toml check bans licenses sources
	@.ci/advisories

bench: build
	@.ci/tools bench
	$(NATIVE) cargo bench --locked --bench balance
	node .bench/slider.mjs
	node .bench/archive.mjs
	node .bench/lighthouse.mjs
	node .bench/scale.mjs

clean:
	rm -rf target dist .dist.publishes

tools:
	@.ci/tools build
