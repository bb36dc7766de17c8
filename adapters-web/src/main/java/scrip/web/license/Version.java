package scrip.web.license;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} tells: the version of the jar, if it runs from one. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Package jar = Version.class.getPackage();
        String version = jar == null ? null : jar.getImplementationVersion();
        return new String[]{"Scrip " + (version == null ? "from its classes" : version)};
    }
}
