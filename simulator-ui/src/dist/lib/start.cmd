@echo off
rem Starts Sidetone with its options: start.cmd ARGUMENTS, with the program in JAVA, its version in MAJOR and the class path in CLASS_PATH.
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
set "OPTIONS=%TEMP%\sidetone-options-%RANDOM%%RANDOM%"
set | findstr /b /c:"JAVA_TOOL_OPTIONS=" /c:"JDK_JAVA_OPTIONS=" /c:"_JAVA_OPTIONS=" /c:"SIDETONE_JAVA_OPTS=" >"%OPTIONS%" 2>nul
findstr /c:"-Xms" /c:"-Xmx" /c:"HeapSize=" /c:"RAMPercentage=" /c:"-XX:MaxRAM=" "%OPTIONS%" >nul 2>nul && set "HEAP="
findstr /r /c:"-XX:+Use.*GC" /c:"-XX:MaxGCPauseMillis=" "%OPTIONS%" >nul 2>nul && set "COLLECTOR="
findstr /c:"-Dfile.encoding=" "%OPTIONS%" >nul 2>nul && set "ENCODING="
findstr /c:"OnOutOfMemoryError" "%OPTIONS%" >nul 2>nul && set "FULL="
findstr /c:"Tiered" /c:"-Xint" /c:"-Xcomp" "%OPTIONS%" >nul 2>nul && set "COMPILER="
del "%OPTIONS%" 2>nul
"%JAVA%" %UNSAFE% %HEAP% %COLLECTOR% -XX:-UsePerfData %ENCODING% --enable-native-access=ALL-UNNAMED %COMPILER% %FULL% %SIDETONE_JAVA_OPTS% -cp "%CLASS_PATH%" dev.sidetone.ui.app.Launcher %*
exit /b %ERRORLEVEL%
