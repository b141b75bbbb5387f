namespace KaizenGate.Core.History.Git;

/// <summary>What git shows of the repository that a folder lies in.</summary>
internal abstract record RepositoryLookup;

/// <summary>Its history can be asked for; what it cannot tell is said by <see cref="GitRepository.IsShallow"/> and <see cref="GitRepository.Head"/>.</summary>
/// <param name="Git">The repository.</param>
internal sealed record OpenedRepository(GitRepository Git) : RepositoryLookup;

/// <summary>There is no repository, so that there is no history to see; the dates in the file are all that is known.</summary>
internal sealed record NoRepository : RepositoryLookup;

/// <summary>There is a repository, and its history cannot be seen. Nothing may be judged in its place.</summary>
/// <param name="Reason">Why, in words, with the remedy.</param>
internal sealed record UnreadableRepository(string Reason) : RepositoryLookup;
