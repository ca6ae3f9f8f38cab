package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that a test's server shows, and whoever has to be trusted for it. All lie in one file, which {@code make.sh} beside it
 * writes with the JDK's keytool: made in every run, they cost as much as the tests. Immutable, for any thread.
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes a context that was initialised, or a certificate
public enum ServerCertificate {
    /** For localhost, signed by a private authority. */
    SIGNED_BY_AN_AUTHORITY,
    /** For localhost, signed by nobody else. */
    SIGNED_BY_ITSELF,
    /** For {@code voice.example}. */
    OF_ANOTHER_HOST,
    /** For localhost, on a day that has gone. */
    EXPIRED;

    private final SSLContext shown;
    private final Certificate root;

    ServerCertificate() {
        try {
            String alias = name().toLowerCase(Locale.ROOT);
            Certificate[] chain = Objects.requireNonNull(File.KEYS.getCertificateChain(alias), alias);
            root = chain[chain.length - 1];
            KeyStore own = empty();
            own.setKeyEntry("me", (PrivateKey) File.KEYS.getKey(alias, File.PASSWORD), File.PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, File.PASSWORD);
            shown = SSLContext.getInstance("TLS");
            shown.init(keys.getKeyManagers(), null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("servers.p12 has no such certificate", e);
        }
    }

    /** What a server shows it with. */
    public SSLContext shown() {
        return shown;
    }

    /** What whoever believes it, and no other, connects by. */
    public SSLContext believed() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry("root", root);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Writes the certificate to be trusted for it, in PEM. */
    public Path writeRootTo(Path file) throws IOException {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded());
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n",
                    StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** In memory only: the older format does without ten thousand rounds of a hash for each key. */
    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    /** Read once; an enum's own fields come after its constants. */
    private static final class File {
        static final char[] PASSWORD = "changeit".toCharArray();
        static final KeyStore KEYS = read();

        private static KeyStore read() {
            try (InputStream in = ServerCertificate.class.getResourceAsStream("/certificates/servers.p12")) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(in, PASSWORD);
                return store;
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("servers.p12 cannot be read", e);
            }
        }
    }
}
