namespace KaizenGate.Acceptance.Tests;

/// <summary>Packs projects of this repository as a release does, with the package sources of this machine.</summary>
internal static class Packing
{
    /// <param name="project">The folder of the project.</param>
    /// <param name="feed">The folder that receives the package.</param>
    /// <param name="options">More options of <c>dotnet pack</c>.</param>
    public static async Task PackAsync(string project, string feed, params string[] options) =>
        (
            await Command.RunAsync(
                "dotnet",
                [
                    "pack",
                    Repository.PathOf(project),
                    "--configuration",
                    "Release",
                    "--artifacts-path",
                    Repository.PathOf("artifacts/acceptance"),
                    "--output",
                    feed,
                    // Background processes would keep the output open.
                    "-nodeReuse:false",
                    // The build of the solution analyzes the code.
                    "-p:RunAnalyzers=false",
                    "-p:GenerateDocumentationFile=false",
                    "-p:RestoreLockedMode=true",
                    .. options,
                ],
                Repository.Root,
                Command.OwnEnvironment(CompilerServer.Variables)
            )
        ).MustSucceed();
}
