package dev.sidetone.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Servers in TLS with the certificates of the tests, sound and unsound ones, and whoever must be trusted for each. */
public final class ShownCertificate {
    private static final Path KEYS = Path.of("simulator/src/test/resources/certificates/servers.p12");
    private static final char[] PASSWORD = "changeit".toCharArray();

    private ShownCertificate() {}

    /**
     * Makes a certificate that the tests' authority signed and that has expired; in a store in {@code folder}. One that is trusted by itself
     * would not do: nobody looks at the dates of what he trusts.
     */
    public static ServerSocket expiredDoor(Path folder) throws IOException, InterruptedException {
        Path copy = Files.copy(KEYS, folder.resolve("expired.p12"));
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String command =
                keytool + " -keystore " + copy + " -storetype PKCS12 -storepass changeit -genkeypair -keyalg EC"
                        + " -groupname secp256r1 -startdate 2000/01/01 -validity 1 -dname CN=localhost -alias out_of_date"
                        + " -signer authority -ext SAN=dns:localhost,ip:127.0.0.1";
        int code = new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
        return door(copy, "out_of_date");
    }

    /** A server's socket, not yet bound, that shows the certificate of that name. */
    public static ServerSocket door(String alias) throws IOException {
        return door(KEYS, alias);
    }

    private static ServerSocket door(Path file, String alias) throws IOException {
        try {
            KeyStore all = all(file);
            KeyStore own = empty();
            own.setKeyEntry("me", (PrivateKey) all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket();
        } catch (GeneralSecurityException e) {
            throw new IOException(KEYS + " has no certificate " + alias, e);
        }
    }

    /** Writes a store, of the usual password, of whoever signed the certificate. */
    public static Path writeTrust(String alias, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = empty();
            store.setCertificateEntry("root", root(alias));
            store.store(out, PASSWORD);
            return file;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The same in PEM, for {@code --ca}. */
    public static Path writePem(String alias, Path file) throws IOException {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(root(alias).getEncoded());
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n",
                    StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Accepts, reads the first words of every handshake, and closes. */
    public static void cutEveryHandshake(ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                int unused = socket.getInputStream().read();
                socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x03, 0x01});
            } catch (IOException closed) {
                // The next one is cut too.
            }
        }
    }

    private static Certificate root(String alias) throws IOException, GeneralSecurityException {
        Certificate[] chain = all(KEYS).getCertificateChain(alias);
        return chain[chain.length - 1];
    }

    private static KeyStore all(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }
}
