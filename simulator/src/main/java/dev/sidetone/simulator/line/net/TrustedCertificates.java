package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.file.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that are trusted: Java's own list of authorities, and perhaps further ones. Immutable, for any thread. */
public final class TrustedCertificates {
    /** The lists of whole systems have a quarter of a MiB. */
    private static final int MOST_BYTES = 4 << 20;

    private static final TrustedCertificates PUBLIC = new TrustedCertificates(javas());

    private final SSLContext context;

    private TrustedCertificates(SSLContext context) {
        this.context = context;
    }

    /** Java's own list. */
    public static TrustedCertificates publicAuthorities() {
        return PUBLIC;
    }

    /**
     * Java's own list and the certificates in {@code pem}.
     *
     * @throws IOException when the file cannot be read or holds no certificate; the message is a half-sentence about the file
     */
    public static TrustedCertificates withAuthorities(Path pem) throws IOException {
        try {
            List<Certificate> trusted = new ArrayList<>(read(pem));
            trusted.addAll(publicOnes());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted), null);
            return new TrustedCertificates(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("does not hold certificates in PEM, which begin with -----BEGIN CERTIFICATE-----", e);
        }
    }

    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    /** The same for clients that take a context. */
    public SSLContext context() {
        return context;
    }

    private static SSLContext javas() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> read =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(pem)));
        if (read.isEmpty()) {
            throw new GeneralSecurityException("empty");
        }
        return read;
    }

    private static byte[] bytes(Path pem) throws IOException {
        try {
            return RegularFile.read(pem, MOST_BYTES);
        } catch (RegularFile.Unfit e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("is not a file that can be read", e);
        }
    }

    private static List<X509Certificate> publicOnes() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        List<X509Certificate> ones = new ArrayList<>();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                ones.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return ones;
    }

    private static TrustManager[] managers(List<Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("authority-" + i, trusted.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
