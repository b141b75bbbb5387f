namespace KaizenGate.Acceptance.Tests;

/// <summary>Public names.</summary>
internal static class Names
{
    public const string Package = "KaizenGate";
    public const string MSBuildPackage = "KaizenGate.MSBuild";
    public const string Command = "dotnet-kaizen";
}
