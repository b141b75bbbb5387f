namespace KaizenGate.Acceptance.Tests;

/// <summary>The SDK as a stranger has it: without any package but those that the folder's configuration names.</summary>
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
