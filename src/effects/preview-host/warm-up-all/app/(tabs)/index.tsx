import AsyncStorage from '@react-native-async-storage/async-storage';
import Constants from 'expo-constants';
import { useFonts } from 'expo-font';
import * as Haptics from 'expo-haptics';
import { Image } from 'expo-image';
import { LinearGradient } from 'expo-linear-gradient';
import * as Linking from 'expo-linking';
import { Link, useLocalSearchParams, useRouter } from 'expo-router';
import { createContext, useEffect } from 'react';
import * as ReactNative from 'react-native';
import { Gesture, GestureDetector } from 'react-native-gesture-handler';
import Animated, { FadeIn, useAnimatedStyle, useSharedValue } from 'react-native-reanimated';
import { SafeAreaView } from 'react-native-safe-area-context';
import Svg, { Circle } from 'react-native-svg';

const Context = createContext(null);

/** Touches all that a generated app may import, so that its transform results are there before the first app is. */
export default function WarmUp() {
  const shared = useSharedValue(0);
  const style = useAnimatedStyle(() => ({ opacity: shared.value }));
  const router = useRouter();
  useFonts({});
  useEffect(() => {
    void AsyncStorage.getItem('warm-up');
    void Haptics.selectionAsync();
  }, []);
  return (
    <Context.Provider value={null}>
      <SafeAreaView>
        <GestureDetector gesture={Gesture.Tap()}>
          <Animated.View entering={FadeIn} style={style}>
            <ReactNative.Text onPress={() => router.push('/')}>
              {Constants.appOwnership} {Linking.createURL('/')} {JSON.stringify(useLocalSearchParams())}
            </ReactNative.Text>
          </Animated.View>
        </GestureDetector>
        <Image source={undefined} />
        <LinearGradient colors={['red', 'blue']} />
        <Svg>
          <Circle r={1} />
        </Svg>
        <Link href="/">Home</Link>
      </SafeAreaView>
    </Context.Provider>
  );
}
