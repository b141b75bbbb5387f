namespace KaizenGate.Acceptance.Tests;

/// <summary>What some tests need beside the SDK and git.</summary>
internal static class Needs
{
    /// <summary>Skips the test where something is missing; on the build server it fails, as <c>.ci/run</c> installs it there.</summary>
    /// <param name="missing">What is missing and how to get it; null for nothing.</param>
    public static void Present(string? missing)
    {
        var isInstalled = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") is "true";
        Assert.False(isInstalled && missing is not null, missing);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
