#!/bin/sh
# The same as "make run", where there is no make. Needs Python 3.11 or newer with venv.
set -eu
cd "$(dirname "$0")"
for python in python3.13 python3.12 python3.11 python3; do
	if "$python" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
		"$python" scripts/setup_venv.py
		if [ ! -d samples ]; then
			rm -rf samples.part
			.venv/bin/python -m eval.filings.samples samples.part
			mv samples.part samples
		fi
		exec .venv/bin/python -m streamlit run ui/app.py
	fi
done
echo "需要 Python 3.11 或更高版本（带 venv）：Debian、Ubuntu、统信、麒麟可安装 python3 和 python3-venv。" >&2
exit 2
