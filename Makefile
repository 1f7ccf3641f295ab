SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run import test check accept bench bench-neighbours clean build-again

SIZE ?= small

# What the packaged services are made from; while none of it is newer, a start needs no build.
SOURCES := pom.xml $(wildcard */pom.xml) $(shell find */src/main -type f 2>/dev/null)
BUILT := workbench/target/built
BUILD_LOG := workbench/target/build.log
PACKAGES := ingest-service/target/quarkus-app/quarkus-run.jar report-service/target/quarkus-app/quarkus-run.jar

# Every recipe runs on a JDK that is new enough, whatever `java` is on this machine.
WITH_JDK = set -euo pipefail; export JAVA_HOME; JAVA_HOME=$$(.mvn/find-jdk);
TERMINAL = $$([ -t 1 ] && echo true || true)
WORKBENCH = "$$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
	-cp "workbench/target/classes:$$(cat workbench/target/classpath)"

help: ## Show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile
	@printf '  %s\n' '' 'make run INGEST_PORT=9080 REPORT_PORT=9081 DATA_DIR=elsewhere SAMPLE=false'

run: $(BUILT) ## Start everything with a demo tenant and sample data; Ctrl-C stops it
	@$(WITH_JDK) export CRM_TERMINAL=$(TERMINAL); \
	exec $(WORKBENCH) crm.workbench.launch.Launcher

import: $(BUILT) ## Import a file: FILE=deals.csv COLLECTION=deals [MAPPING=hubspot-deals] [KEY=…] [URL=…]
	@$(WITH_JDK) export CRM_TERMINAL=$(TERMINAL); \
	export FILE COLLECTION MAPPING KEY URL; $(WORKBENCH) crm.workbench.imports.ImportCommand

test: ## Build, and run every test but the slow ones
	@$(WITH_JDK) mvn -B verify -DexcludedGroups=slow,packaged

check: ## Everything that CI checks besides the tests: needs a few minutes
	@$(WITH_JDK) .ci/check

accept: ## Write the golden files anew; read the diff before you commit
	@$(WITH_JDK) mvn -q -B test -Daccept=true
	@git status --short

bench: $(BUILT) ## Measure ingest and questions; SIZE=small, medium or large
	@$(WITH_JDK) $(WORKBENCH) crm.workbench.bench.Benchmark $(SIZE)

bench-neighbours: $(BUILT) ## Measure a quiet tenant beside a busy one
	@$(WITH_JDK) $(WORKBENCH) crm.workbench.bench.NeighbourBench

clean: ## Remove what was built, and the data of make run
	rm -rf target */target data

ifneq ($(words $(wildcard $(PACKAGES))),$(words $(PACKAGES)))
$(BUILT): build-again
endif

$(BUILT): $(SOURCES)
	@$(WITH_JDK) mkdir -p $(@D); \
	command -v mvn >/dev/null || { echo 'This needs Maven 3.8.7 or later: https://maven.apache.org/install.html' >&2; exit 1; }; \
	echo 'Building. The first time fetches libraries and takes a few minutes.'; \
	mvn -B package -Dmaven.test.skip=true 2>&1 | awk -v LOG=$(BUILD_LOG) -v TERMINAL=$(TERMINAL) -f .mvn/build-progress.awk \
		|| { grep -E '^\[ERROR\]' $(BUILD_LOG) | head -30; echo 'The build failed; all of it is in $(BUILD_LOG).'; exit 1; }; \
	touch $@
