package dev.sidetone.bridge.socket;

/** Takes no notice of anything; a test overrides what it listens to. */
public class DeafListener implements ConnectionListener {
    @Override
    public void onOpened(Connection connection, long atNs) {}

    @Override
    public void onText(String text, long atNs) {}

    @Override
    public void onBinary(byte[] bytes, long atNs) {}

    @Override
    public void onClosed(CloseCause cause, long atNs) {}

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {}
}
