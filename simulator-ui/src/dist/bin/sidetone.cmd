@echo off
rem Starts Sidetone as it was unpacked. Exit code 3 when it cannot be started; otherwise what the program answers.
setlocal EnableExtensions DisableDelayedExpansion
for %%R in ("%~dp0..") do set "ROOT=%%~fR"
if exist "%ROOT%\lib\runtime\bin\java.exe" set "JAVA_HOME=%ROOT%\lib\runtime"
call "%ROOT%\lib\find-java.cmd" || exit /b 3
set "CLASS_PATH=%ROOT%\lib\app\*;%ROOT%\lib\app\windows-x86_64\*"
"%ROOT%\lib\start.cmd" %*
