@echo off
rem Starts Sidetone. Builds it first when there is no build or the sources have changed since.
rem Exit code 3 when it cannot be built or started; otherwise what the program answers.
setlocal EnableExtensions DisableDelayedExpansion
for %%R in ("%~dp0.") do set "ROOT=%%~fR"
set "TARGET=%ROOT%\simulator-ui\target"
set "RUN=%RANDOM%%RANDOM%"
set "LIST=%TEMP%\sidetone-sources-%RUN%"

rem --- java: JAVA_HOME, then the PATH
set "JAVA="
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if not defined JAVA goto no_java
if not exist "%JAVA%" goto wrong_java_home
for %%H in ("%JAVA%\..\..") do set "RELEASE=%%~fH\release"
set "VERSION="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%RELEASE%" 2^>nul') do set "VERSION=%%~V"
if defined VERSION goto java_version
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1"') do set "VERSION=%%~V" & goto java_version
:java_version
set "MAJOR=0"
for /f "delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% lss 17 goto old_java

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
set "UNSAFE="
if %MAJOR% geq 24 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
set "COMPILER="
for %%C in (call run doctor) do if "%~1"=="%%C" set "COMPILER=-XX:TieredStopAtLevel=1"
rem A server without memory ends at once, exit code 3, also where a library catches the error: it would answer nobody and never end.
set "FULL="
for %%C in (bridge live agent load) do if "%~1"=="%%C" set "FULL=-XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr"
rem The user's own options win: nothing of ours is said where theirs say something on the same matter. The heap is a share of the machine.
set "HEAP=-Xms64m -XX:MaxRAMPercentage=25"
set "PAUSE=5"
if "%~1"=="bridge" set "PAUSE=50"
if "%~1"=="load" set "PAUSE=50"
set "COLLECTOR=-XX:+UseG1GC -XX:MaxGCPauseMillis=%PAUSE%"
set "ENCODING=-Dfile.encoding=UTF-8"
set | findstr /b /c:"JAVA_TOOL_OPTIONS=" /c:"JDK_JAVA_OPTIONS=" /c:"_JAVA_OPTIONS=" /c:"SIDETONE_JAVA_OPTS=" >"%LIST%" 2>nul
findstr /c:"-Xms" /c:"-Xmx" /c:"HeapSize=" /c:"RAMPercentage=" /c:"-XX:MaxRAM=" "%LIST%" >nul 2>nul && set "HEAP="
findstr /r /c:"-XX:+Use.*GC" /c:"-XX:MaxGCPauseMillis=" "%LIST%" >nul 2>nul && set "COLLECTOR="
findstr /c:"-Dfile.encoding=" "%LIST%" >nul 2>nul && set "ENCODING="
findstr /c:"OnOutOfMemoryError" "%LIST%" >nul 2>nul && set "FULL="
findstr /c:"Tiered" /c:"-Xint" /c:"-Xcomp" "%LIST%" >nul 2>nul && set "COMPILER="
del "%LIST%" 2>nul
"%JAVA%" %UNSAFE% %HEAP% %COLLECTOR% -XX:-UsePerfData %ENCODING% --enable-native-access=ALL-UNNAMED %COMPILER% %FULL% %SIDETONE_JAVA_OPTS% -cp "%TARGET%\run.%BUILT%\lib\*" dev.sidetone.ui.app.Launcher %*
exit /b %ERRORLEVEL%

:no_java
>&2 echo sidetone: no java found: install a JDK, winget install EclipseAdoptium.Temurin.17.JDK, or point JAVA_HOME at one
exit /b 3

:wrong_java_home
>&2 echo sidetone: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it: point it at a JDK 17 or newer, or unset it
exit /b 3

:old_java
>&2 echo sidetone: "%JAVA%" is Java %VERSION%, and Sidetone needs 17 or newer: install a JDK, winget install EclipseAdoptium.Temurin.17.JDK, or point JAVA_HOME at one
exit /b 3

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
