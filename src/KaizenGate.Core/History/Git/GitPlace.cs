namespace KaizenGate.Core.History.Git;

/// <summary>Where git is started.</summary>
/// <param name="Program">The program.</param>
/// <param name="Folder">The working folder; absolute.</param>
/// <param name="Environment">The whole environment; see <see cref="GitEnvironment"/>.</param>
internal sealed record GitPlace(GitProgram Program, string Folder, Dictionary<string, string> Environment);
