#!/bin/sh
# Writes servers.p12 anew, the certificates of the tests' servers, with the JDK's keytool. Nothing else is protected by their keys, and they
# hold from 2000 on for two hundred years, whatever a machine's clock says. The password is hashed in few rounds: a test's JVM has them at once.
cd "$(dirname "$0")" || exit 1
rm -f servers.p12
make() {
    keytool -J-Dkeystore.pkcs12.keyPbeIterationCount=100 -J-Dkeystore.pkcs12.certPbeIterationCount=100 \
        -J-Dkeystore.pkcs12.macIterationCount=100 -keystore servers.p12 -storetype PKCS12 -storepass changeit \
        -genkeypair -keyalg EC -groupname secp256r1 -startdate 2000/01/01 "$@" || exit 1
}
here=SAN=dns:localhost,ip:127.0.0.1
make -alias authority -dname CN=Sidetone-tests -validity 73000 -ext bc:c
make -alias signed_by_an_authority -dname CN=localhost -validity 73000 -signer authority -ext $here
make -alias signed_by_itself -dname CN=test -validity 73000 -ext $here
make -alias of_another_host -dname CN=test -validity 73000 -ext SAN=dns:voice.example
make -alias expired -dname CN=test -validity 1 -ext $here
