@echo off
rem The same as "make run", for Windows without make. Needs Python 3.11 or newer.
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1
py -3 scripts\setup_venv.py || exit /b 1
if not exist samples .venv\Scripts\python -m eval.filings.samples samples || exit /b 1
.venv\Scripts\python -m streamlit run ui\app.py
