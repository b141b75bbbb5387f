namespace KaizenGate.History.Git;

/// <summary>What git shows of the repository that a folder lies in.</summary>
internal abstract record Opening;

/// <summary>Its history can be asked for; what it cannot tell is said by <see cref="GitRepository.IsShallow"/> and <see cref="GitRepository.Head"/>.</summary>
/// <param name="Git">The repository.</param>
internal sealed record Opened(GitRepository Git) : Opening;

/// <summary>There is no repository, so that there is no history to see; the dates in the file are all that is known.</summary>
internal sealed record NoRepository : Opening;

/// <summary>There is a repository, and its history cannot be seen. Nothing may be judged in its place.</summary>
/// <param name="Reason">Why, in words, with the remedy.</param>
internal sealed record Blind(string Reason) : Opening;
