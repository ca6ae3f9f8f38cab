package dev.sidetone.simulator.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for localhost and the private authority that signed it, made with the JDK's keytool once for all tests of a run. */
final class PrivateAuthority {
    private static final String PASSWORD = "changeit";

    private final SSLContext context;
    private final String pem;

    private PrivateAuthority(SSLContext context, String pem) {
        this.context = context;
        this.pem = pem;
    }

    /** The only one of this process. */
    static PrivateAuthority get() {
        return Holder.ONLY;
    }

    /** What a server at localhost shows its certificate with. */
    SSLContext context() {
        return context;
    }

    /** The authority's own certificate. */
    Path writeTo(Path file) throws IOException {
        return Files.writeString(file, pem);
    }

    private static PrivateAuthority made() {
        try {
            Path folder = Files.createTempDirectory("authority");
            Path keys = folder.resolve("keys");
            keytool(keys, "-genkeypair -alias ca -keyalg EC -dname CN=Sidetone-tests -ext bc:c -validity 30");
            keytool(
                    keys,
                    "-genkeypair -alias me -keyalg EC -dname CN=localhost -signer ca -validity 30"
                            + " -ext SAN=dns:localhost,ip:127.0.0.1");
            Path pem = folder.resolve("authority.pem");
            keytool(keys, "-exportcert -alias ca -rfc -file " + pem);
            PrivateAuthority made = new PrivateAuthority(context(keys), Files.readString(pem));
            Files.delete(keys);
            Files.delete(pem);
            Files.delete(folder);
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("keytool makes no certificates here", e);
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        keys.deleteEntry("ca");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-keystore", keys.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static final class Holder {
        static final PrivateAuthority ONLY = made();
    }
}
