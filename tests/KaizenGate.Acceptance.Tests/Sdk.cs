namespace KaizenGate.Acceptance.Tests;

/// <summary>The SDK without any packages except those in the folder's configuration.</summary>
internal static class Sdk
{
    public static Task<Outcome> RunAsync(Scratch folder, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(folder.Environment)
        {
            ["NUGET_PACKAGES"] = folder.PathOf(".packages"),
            ["DOTNET_CLI_HOME"] = folder.PathOf(".home"),
        };
        return Command.RunAsync("dotnet", arguments, folder.Path, environment);
    }

    /// <summary>Makes programs restore packages from the sources, and with the settings, of this machine.</summary>
    public static void UseSourcesOfThisMachine(Dictionary<string, string> environment)
    {
        foreach (var (name, value) in Command.OwnEnvironment())
        {
            if (name.StartsWith("NUGET_", StringComparison.Ordinal) || name is "DOTNET_CLI_HOME")
            {
                environment[name] = value;
            }
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        environment["HOME"] = home;
        environment["NUGET_PACKAGES"] =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Join(home, ".nuget", "packages");
    }
}
