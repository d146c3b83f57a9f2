# openclaw: every target works in a fresh clone and installs what it needs.
PREFIX ?= /usr/local
BINARY := .build/release/openclaw

ifeq ($(shell uname -s),Linux)
# One file without the Swift runtime beside it; symbols that nobody imports are dropped.
# SQLite is linked from a folder that holds only its archive, or the linker would prefer the shared library.
STATIC_SQLITE := .build/static/libsqlite3.a
# Relocations of a position-independent program are 2 MB unless packed, which wants the C library of 2022 or a later one.
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); \
	if (v[1] > 2 || v[2] >= 36) print "-Xlinker -z -Xlinker pack-relative-relocs" }')
# Functions in sections of their own: the linker leaves out those that nobody calls.
SECTIONS := -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xcc -fdata-sections
RELEASE_FLAGS := $(PACKED) $(SECTIONS) --static-swift-stdlib -Xswiftc -L$(CURDIR)/.build/static -Xswiftc -use-ld=lld \
	-Xlinker --exclude-libs -Xlinker ALL -Xlinker --no-export-dynamic -Xlinker --icf=all -Xlinker -O2 \
	-Xlinker --no-eh-frame-hdr -Xlinker -T -Xlinker $(CURDIR)/scripts/release.ld

$(STATIC_SQLITE): setup
	@mkdir -p $(@D)
	@ln -sf "$$(cc -print-file-name=libsqlite3.a 2>/dev/null || clang -print-file-name=libsqlite3.a)" $@
endif

.DEFAULT_GOAL := help
.PHONY: help setup build release demo test check bench install clean

help: ## Show this help
	@echo "openclaw, the home for Qwen Cloud"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make install PREFIX=$(PREFIX)"

setup: ## Install the system packages that building and testing need
	@scripts/setup

build: setup ## Build for development
	swift build

release: setup $(STATIC_SQLITE) ## Build the one binary that is installed
	OPENCLAW_RELEASE=1 swift build -c release --product openclaw $(RELEASE_FLAGS)

demo: release ## Onboard, list models and stream answers against the built-in simulator; needs no key
	@scripts/demo $(BINARY)

test: setup ## Run every test, offline and without a key
	@scripts/test

check: setup ## What must be green before a commit
	@scripts/check

bench: release ## Measure against peers; figures and commands are in docs/benchmarks.md
	@scripts/bench

install: release ## Put the binary into PREFIX/bin
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/openclaw"
	strip "$(DESTDIR)$(PREFIX)/bin/openclaw"

clean: ## Remove what was built
	rm -rf .build .venv
