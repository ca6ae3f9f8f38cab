@echo off
rem Starts Sidetone. Builds it first when there is no build or the sources have changed since.
rem Exit code 3 when it cannot be built or started; otherwise what the program answers.
setlocal EnableExtensions DisableDelayedExpansion
for %%R in ("%~dp0.") do set "ROOT=%%~fR"
set "TARGET=%ROOT%\simulator-ui\target"
set "RUN=%RANDOM%%RANDOM%"
set "LIST=%TEMP%\sidetone-sources-%RUN%"

rem --- java: JAVA_HOME, then the PATH
call "%ROOT%\simulator-ui\src\dist\lib\find-java.cmd" || exit /b 3

rem --- the build: names, sizes and times of the sources, as they were when it began, tell whether it still holds. launcher.run names the
rem     newest finished build; each is in a folder of its own, so that two builders at once, or a killed one, do no harm
robocopy "%ROOT%" "%TEMP%\sidetone-nowhere" /L /S /XD target test .git .ci docs /XF *.md /TS /FP /NC /NDL /NJH /NJS /NP >"%LIST%"
set "BUILT="
if exist "%TARGET%\launcher.run" for /f "usebackq" %%B in ("%TARGET%\launcher.run") do set "BUILT=%%B"
if not defined BUILT goto make_build
if not exist "%TARGET%\run.%BUILT%\lib\sidetone-*.jar" goto make_build
fc /b "%LIST%" "%TARGET%\run.%BUILT%\sources" >nul 2>nul
if not errorlevel 1 goto start

:make_build
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
if not exist "%TARGET%" mkdir "%TARGET%" 2>nul
if not exist "%TARGET%" goto no_target
set "QUIET="
for %%A in (%*) do if "%%~A"=="--quiet" set "QUIET=yes"
if not defined QUIET >&2 echo sidetone: building once (the first time Maven downloads what it needs)...
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true -Dchecks=off -Dlauncher.lib.skip=false "-Dbuild.dir=target/run.%RUN%" -pl simulator-ui -am package >"%TARGET%\launcher.%RUN%.log" 2>&1 <nul
set "FAILED=%ERRORLEVEL%"
popd
if not "%FAILED%"=="0" goto failed
copy /y "%TARGET%\run.%RUN%\sidetone-simulator-ui-*.jar" "%TARGET%\run.%RUN%\lib" >nul || goto failed
copy /y "%LIST%" "%TARGET%\run.%RUN%\sources" >nul || goto failed
>"%TARGET%\launcher.%RUN%" echo %RUN%
move /y "%TARGET%\launcher.%RUN%" "%TARGET%\launcher.run" >nul || goto failed
del "%TARGET%\launcher.%RUN%.log" 2>nul
rem The build before goes, but for one that still runs: its open files keep its folder from being renamed.
if defined BUILT ren "%TARGET%\run.%BUILT%" "old.%BUILT%" 2>nul && rmdir /s /q "%TARGET%\old.%BUILT%"
set "BUILT=%RUN%"

:start
del "%LIST%" 2>nul
set "CLASS_PATH=%TARGET%\run.%BUILT%\lib\*"
"%ROOT%\simulator-ui\src\dist\lib\start.cmd" %*

:no_maven
del "%LIST%" 2>nul
>&2 echo sidetone: Maven builds Sidetone, and there is no mvn on the PATH: unpack it from https://maven.apache.org/download.cgi and put its bin folder there
exit /b 3

:no_target
del "%LIST%" 2>nul
>&2 echo sidetone: cannot write to "%TARGET%": clone Sidetone into a folder of your own
exit /b 3

:failed
del "%LIST%" 2>nul
findstr /b /c:"[ERROR] " "%TARGET%\launcher.%RUN%.log" >&2
>&2 echo sidetone: the build failed; all of Maven's output is in "%TARGET%\launcher.%RUN%.log"
exit /b 3
