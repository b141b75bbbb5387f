namespace KaizenGate.Core.History.Git;

/// <summary>Git could not answer. Its history cannot be judged; that is never the same as an empty one.</summary>
internal sealed class GitException(string reason) : Exception(reason)
{
    /// <summary>Why, in words, with the remedy.</summary>
    public string Reason => Message;
}
