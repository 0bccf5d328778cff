package org.xiaohao.notification;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** What a request would send. */
final class Bodies {

  private Bodies() {}

  static String read(HttpRequest request) throws Exception {
    var done = new CompletableFuture<String>();
    var bytes = new ByteArrayOutputStream();
    request
        .bodyPublisher()
        .orElseThrow()
        .subscribe(
            new Flow.Subscriber<ByteBuffer>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(ByteBuffer part) {
                var copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
              }

              @Override
              public void onError(Throwable failure) {
                done.completeExceptionally(failure);
              }

              @Override
              public void onComplete() {
                done.complete(bytes.toString(StandardCharsets.UTF_8));
              }
            });
    return done.get();
  }
}
