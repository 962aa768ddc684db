using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class MessagePostedSubscriber(NoticeWriter writer) : ISubscriber<MessagePosted>
{
    public Task HandleAsync(MessagePosted happened, EventEnvelope envelope, CancellationToken cancellation) =>
        writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
}
