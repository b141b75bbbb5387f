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
}
