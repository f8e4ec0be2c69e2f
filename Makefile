# Everything is installed into .venv, from the locks in packaging/; `make help` lists what can be made.

# The first of these that is new enough, by its real path: an activated .venv cannot rebuild itself.
PYTHON ?= python3 python3.13 python3.12 python3.11
python := $(shell for p in $(PYTHON); do "$$p" -c 'import os, sys; \
	sys.version_info >= (3, 11) and print(os.path.realpath(sys.executable))' 2>/dev/null | grep . && break; done)

bin := .venv/bin
# Says errors only: a machine's own indexes may make it warn at every package.
pip := $(bin)/python -m pip install -qq --disable-pip-version-check

.PHONY: help run speech test lint check prove bench growth soak mutate fuzz model monkey kill faults
.PHONY: kiosk-test access gallery paper pictures safety installers installers-test lock clean FORCE
.NOTPARALLEL:

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

run: .venv/runtime ## open the wizard; ARGS="..." is handed to it
	$(bin)/python -m rls_wizard $(ARGS)

speech: .venv/runtime ## let the program read aloud, too (about 170 MB more)
	@packaging/linux/voice.sh
	@$(pip) --require-hashes -r packaging/requirements-speech.lock

# In the order of the files: those with few tests, which would else come last, are the slowest.
test: lint check ## everything that a change must pass
	@packaging/linux/cups-for-tests.sh
	@packaging/linux/access-for-tests.sh
	@packaging/linux/voice.sh library
	$(bin)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
		--no-loadscope-reorder

lint: .venv/dev ## style, types and the direction of imports
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

# Without this library `check` only says that the reading level was not looked at.
check: .venv/dev ## questions, rules, advice, reading level and example patients
	@$(bin)/python -c 'import textstat'
	$(bin)/rls-wizard check

prove: .venv/dev ## what is proved over all answers; it is a part of `test`, too
	$(bin)/python -m pytest tests/proofs

bench: .venv/dev ## every number to reach, as ratios to what the machine can do (some five minutes)
	@packaging/linux/cups-for-tests.sh
	$(bin)/python -m tests.bench.run

growth: .venv/dev ## how time grows with ten times the content, a hundred medicines, a long PDF
	$(bin)/python -m tests.bench.growth

soak: .venv/dev ## 1,000 visits in one program: what is left of each in memory (some 20 minutes)
	$(bin)/python -m tests.bench.soak

mutate: .venv/dev ## whether a test fails for each small fault that is put into the domain
	$(bin)/python -m tests.mutants.run

fuzz: .venv/dev ## every reader of what others wrote, fed with what no one would write
	$(bin)/python -m tests.fuzz.run

model: .venv/dev ## 20,000 steps in the real window, each compared with the domain
	$(bin)/python -m tests.model.run

monkey: .venv/dev ## 50,000 events of every kind of input, at random
	$(bin)/python -m tests.model.monkey

kill: .venv/dev ## the program is ended by force 1,000 times while it saves
	$(bin)/python -m tests.faults.kill

faults: .venv/dev ## the program in 23 places where something is wrong: homes, settings, locales, fonts, disks
	$(bin)/python -m tests.faults

kiosk-test: .venv/dev ## the kiosk as in a waiting room: visits, ways out, what is left, printers, cage
	@packaging/linux/cups-for-tests.sh
	@packaging/linux/cage-for-tests.sh
	$(bin)/python -m tests.kiosk.run

access: .venv/dev ## how far everybody can use it: by a screen reader, by keys, by fingers, and what is seen
	@packaging/linux/access-for-tests.sh
	$(bin)/python tests/access/run.py

gallery: .venv/dev ## every page in every theme and size, checked, and contact sheets, in build/gallery/
	$(bin)/python -m tests.gallery.make

paper: .venv/dev ## every paper, as a screen reader and three checkers find it (some ten minutes)
	$(bin)/python tests/paper/every.py

pictures: .venv/dev ## the pictures of the README, anew
	$(bin)/python packaging/pictures/take.py

safety: .venv/dev ## hazard log and trace matrix, in build/safety/
	PYTHONPATH=packaging $(bin)/python -m safety.write

installers: build/venv/ready ## what people download, for Linux and Windows, in dist/ (ARTEFACTS="deb ...": these only)
	@packaging/linux/tools-for-installers.sh
	build/venv/bin/python packaging/build.py $(or $(ARTEFACTS),all)

installers-test: installers .venv/dev ## each installed, used, upgraded and removed as by a person
	@packaging/linux/cups-for-tests.sh
	@packaging/linux/cage-for-tests.sh
	@packaging/linux/access-for-tests.sh
	@packaging/linux/voice.sh
	$(bin)/python -m tests.packaging.run

# Tests draw where no screen is needed; a person's own QT_QPA_PLATFORM is not theirs.
test prove bench growth soak mutate model monkey kill faults kiosk-test access gallery: export QT_QPA_PLATFORM = offscreen

# Each stamp is a file in .venv. The first compares contents, not dates: a checkout of another branch
# and back rebuilds nothing, another Python or lock rebuilds all, so nothing old stays installed.
.venv/base: FORCE
	$(if $(python),,$(error Python 3.11 or newer is needed: install it or name it, as in make run PYTHON=/path/to/python3))
	@packaging/linux/system-libraries.sh $(python)
	@state="$(python) $(CURDIR) $$(cd packaging && cat requirements-dev.lock requirements-speech.lock requirements.lock | cksum)"; \
	if [ "$$state" != "$$(cat $@ 2>/dev/null)" ]; then \
		echo "== A new .venv of $(python)"; \
		rm -rf .venv && $(python) -m venv .venv && echo "$$state" >$@; \
	fi

.venv/runtime: .venv/base
	@echo "== Installing what the program needs (about 90 MB when new)"
	@$(pip) --require-hashes -r packaging/requirements.lock
	@touch $@

# The program itself is installed by reference; `pip check` compares pyproject.toml with the lock.
.venv/dev: .venv/base pyproject.toml
	@echo "== Installing what the program and its tests need (about 130 MB when new)"
	@$(pip) --require-hashes -r packaging/requirements-dev.lock
	@$(pip) --no-deps --no-build-isolation --no-index --editable .
	@$(bin)/python -m pip check || { echo "After a change of dependencies: make lock"; exit 1; }
	@touch $@

# What is frozen must not find what only the tests need: an environment of its own.
build/venv/ready: FORCE
	$(if $(python),,$(error Python 3.11 or newer is needed))
	@packaging/linux/system-libraries.sh $(python)
	@state="$(python) $(CURDIR) $$(cat packaging/requirements-installers.lock | cksum)"; \
	if [ "$$state" != "$$(cat $@ 2>/dev/null)" ]; then \
		echo "== A new build/venv of $(python)"; \
		rm -rf build/venv && $(python) -m venv build/venv && \
		build/venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes \
			-r packaging/requirements-installers.lock && echo "$$state" >$@; \
	fi
	@build/venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps \
		--no-build-isolation --no-index --force-reinstall .

# For every platform and Python at once. The constraint keeps both locks on the same versions;
# hatchling takes editables to install by reference.
lock: ## the newest versions that pyproject.toml allows, with their hashes
	rm -rf .venv-lock && $(python) -m venv .venv-lock && .venv-lock/bin/pip install -qq uv
	echo editables | $(compile) pyproject.toml - --group dev --output-file packaging/requirements-dev.lock
	$(compile) pyproject.toml --constraint packaging/requirements-dev.lock --output-file packaging/requirements.lock
	$(compile) pyproject.toml --extra speech --constraint packaging/requirements-dev.lock --output-file packaging/requirements-speech.lock
	$(compile) pyproject.toml --extra speech --group installers --constraint packaging/requirements-dev.lock --output-file packaging/requirements-installers.lock
	rm -rf .venv-lock
	! grep -n '://' packaging/*.lock
compile = .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --upgrade \
	--generate-hashes --no-header --no-annotate

clean: ## remove all that was made
	rm -rf .venv .venv-lock build dist .*_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
