@echo off
rem Leaves the program in JAVA, its version in VERSION and MAJOR: that of JAVA_HOME, else of the PATH. Exit code 3 when there is none that will do.
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
exit /b 0

:no_java
>&2 echo sidetone: no java found: install a JDK, winget install EclipseAdoptium.Temurin.17.JDK, or point JAVA_HOME at one
exit /b 3

:wrong_java_home
>&2 echo sidetone: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it: point it at a JDK 17 or newer, or unset it
exit /b 3

:old_java
>&2 echo sidetone: "%JAVA%" is Java %VERSION%, and Sidetone needs 17 or newer: install a JDK, winget install EclipseAdoptium.Temurin.17.JDK, or point JAVA_HOME at one
exit /b 3
