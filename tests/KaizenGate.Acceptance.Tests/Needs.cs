namespace KaizenGate.Acceptance.Tests;

/// <summary>Requirements of tests in addition to the SDK and git.</summary>
internal static class Needs
{
    /// <summary>Skips the test if something is missing; on the build server the test fails, because <c>.ci/run</c> installs everything.</summary>
    /// <param name="missing">What is missing and how to install it; null if nothing is missing.</param>
    public static void Present(string? missing)
    {
        var isInstalled = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") is "true";
        Assert.False(isInstalled && missing is not null, missing);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
